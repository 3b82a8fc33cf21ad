import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fromText } from '#kernel/form-text.ts';
import type { House } from '#kernel/house.ts';
import type { Question } from '#kernel/question.ts';
import { boundedJson, declaredAnswer } from './answer.ts';
import { headersOf, signedIn, type ActorOf } from './caller.ts';
import { plainQuery } from './shape.ts';

/** `inbox.waiting` -> `/inbox/waiting` */
export const questionAddress = (name: string): string => `/${name.replaceAll('.', '/')}`;

/** One GET for each question, made from its declaration. */
export function questionRoutes(app: FastifyInstance, house: House, actorOf: ActorOf): void {
  for (const question of house.questions.values()) {
    app.get(questionAddress(question.name), (request) => answered(house, question, actorOf, request));
  }
}

async function answered(
  house: House,
  question: Question,
  actorOf: ActorOf,
  request: FastifyRequest,
): Promise<string> {
  const isPublic = question.askers === 'public';
  const actor = isPublic ? await actorOf(headersOf(request)) : await signedIn(request, actorOf);
  const { zone } = house.policies.inForce(house.clock.now());
  const input = fromText(question.input, plainQuery(question.input, request.query), zone);
  return boundedJson(await declaredAnswer(house, question, { actor, input }));
}
