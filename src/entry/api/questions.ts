import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fromText } from '#kernel/form-text.ts';
import type { House } from '#kernel/house.ts';
import type { Question } from '#kernel/question.ts';
import { boundedJson, declaredAnswer } from './answer.ts';
import type { Callers } from './caller.ts';
import { plainQuery } from './shape.ts';

/** `inbox.waiting` -> `/inbox/waiting` */
export const questionAddress = (name: string): string => `/${name.replaceAll('.', '/')}`;

/** One GET for each question, made from its declaration. */
export function questionRoutes(app: FastifyInstance, house: House, callers: Callers): void {
  for (const question of house.questions.values()) {
    app.get(questionAddress(question.name), (request) => answered(house, question, callers, request));
  }
}

async function answered(
  house: House,
  question: Question,
  callers: Callers,
  request: FastifyRequest,
): Promise<string> {
  const actor = question.askers === 'public' ? callers.find(request) : callers.signedIn(request);
  const { zone } = house.policies.inForce(house.clock.now());
  const input = fromText(question.input, plainQuery(question.input, request.query), zone);
  return boundedJson(await declaredAnswer(house, question, { actor, input }));
}
