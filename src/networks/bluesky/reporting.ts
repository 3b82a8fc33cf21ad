/** Reports accounts and posts to Bluesky's moderators. */
import type { Agent } from '@atproto/api';
import { refused } from '../fault.ts';
import type { Call, Report, Reported, ReportWhy } from '../network.ts';
import { guarded } from './bluesky-fault.ts';
import { onePost } from './posts.ts';
import type { Sessions } from './session.ts';

/** The moderators' own words for it. Source: the network's published schema of a report. */
const REASONS: Readonly<Record<ReportWhy, string>> = {
  impersonation: 'tools.ozone.report.defs#reasonMisleadingImpersonation',
  'false-content': 'tools.ozone.report.defs#reasonMisleadingOther',
  spam: 'tools.ozone.report.defs#reasonMisleadingSpam',
  abuse: 'com.atproto.moderation.defs#reasonRude',
  other: 'com.atproto.moderation.defs#reasonOther',
};

type Subject =
  | { $type: 'com.atproto.admin.defs#repoRef'; did: string }
  | { $type: 'com.atproto.repo.strongRef'; uri: string; cid: string };

/** @param labeller the moderation service's lasting id. */
export function reporting(sessions: Sessions, labeller: string): Report {
  const send = async (
    call: Call,
    agent: Agent,
    subject: Subject,
    why: ReportWhy,
    words: string,
  ): Promise<Reported> => {
    const input = { reasonType: REASONS[why], subject, reason: words };
    const moderators = agent.withProxy('atproto_labeler', labeller);
    const { data } = await guarded(call, 'write', () => moderators.createModerationReport(input));
    return { id: String(data.id), at: Temporal.Instant.from(data.createdAt) };
  };
  return {
    async account(call, account, why, words) {
      const { agent } = await sessions(call);
      const did = account.startsWith('did:') ? account : await didOf(call, agent, account);
      return send(call, agent, { $type: 'com.atproto.admin.defs#repoRef', did }, why, words);
    },
    async post(call, id, why, words) {
      const { agent } = await sessions(call);
      const { uri, cid } = await onePost(agent, call, id);
      return send(call, agent, { $type: 'com.atproto.repo.strongRef', uri, cid }, why, words);
    },
  };
}

async function didOf(call: Call, agent: Agent, handle: string): Promise<string> {
  if (!/^[\w.-]+\.[\w-]+$/.test(handle)) throw refused('That is not a handle on Bluesky.');
  const { data } = await guarded(call, 'read', () => agent.resolveHandle({ handle }));
  return data.did;
}
