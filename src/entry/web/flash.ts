import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AnyCommand } from '#kernel/command.ts';
import type { House } from '#kernel/house.ts';
import { isId } from '#kernel/ids.ts';
import { commandPath, type FlashProps } from '#screens/index.ts';

const COOKIE = 'signpost-done';

/**
 * Remembers for the next page what was done. Only names of our own and the row's id travel: what comes back is
 * looked up in the declarations, so a forged cookie can say nothing that is not already true of some form.
 */
export function setFlash(
  reply: FastifyReply,
  command: AnyCommand,
  rule: string,
  id: string | undefined,
): void {
  const value = [command.name, rule, id ?? ''].join('~');
  reply.setCookie(COOKIE, value, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 60 });
}

/** What was done just before, said once. */
export function takeFlash(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
): FlashProps | undefined {
  const value = request.cookies[COOKIE];
  if (value === undefined) return undefined;
  reply.clearCookie(COOKIE, { path: '/' });
  const [name = '', rule = '', id = ''] = value.split('~');
  const command = house.commands.get(name);
  const step = command?.lifecycle.steps.find((one) => one.by === command.verb && one.rule === rule);
  if (!command || !step) return undefined;
  const citation = house.policies.inForce(house.clock.now()).cite(step.rule);
  return { label: command.label, citation, path: commandPath(command.name, isId(id) ? id : undefined) };
}
