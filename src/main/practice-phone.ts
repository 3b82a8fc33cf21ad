import type { PagerSettings } from '#networks/pager/index.ts';
import { notifyTwin, practiceTemplates, type Arrived } from '../twins/notify/notify.ts';
import { practiceKey } from '../twins/notify/signature.ts';

/** The practice phone: a stand-in of Notify and of the team's room, which keeps what would have been sent. */
export interface PracticePhone {
  readonly address: string;
  readonly settings: PagerSettings;
  /** What arrived, the newest first. */
  arrived(): readonly Arrived[];
  close(): Promise<void>;
}

export async function openPracticePhone(now: () => Temporal.Instant): Promise<PracticePhone> {
  const twin = notifyTwin(now);
  const address = await twin.server.listen({ host: '127.0.0.1', port: 0 });
  return {
    address,
    settings: {
      notify: {
        key: practiceKey,
        address,
        textTemplate: practiceTemplates.text,
        emailTemplate: practiceTemplates.email,
      },
      teams: `${address}/team`,
    },
    arrived: () => twin.arrived.toReversed().slice(0, 50),
    close: () => twin.server.close(),
  };
}
