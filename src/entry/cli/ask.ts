import { fromText } from '#kernel/form-text.ts';
import type { Question } from '#kernel/question.ts';
import { declaredAnswer } from '../api/answer.ts';
import { fieldKind } from '../api/shape.ts';
import { callerOf, knownCaller, withOpened } from './caller.ts';
import { exits, Usage, type Exit } from './complaint.ts';
import { fieldsHelp, readFields } from './field-text.ts';
import type { CliIo } from './ports.ts';
import { columns, inWords, showJson } from './show.ts';
import { readWords } from './words.ts';

const door = { json: false, help: false, practice: false, as: true };

/** `signpost ask`: any question of any room, by its declaration. */
export async function askCommand(io: CliIo, words: readonly string[]): Promise<Exit> {
  const place = { practice: words.includes('--practice') };
  const { questions, policies, clock } = await io.run.declared(place);
  const read = readWords(words, {
    door,
    fieldKind: ([name = ''], field) => {
      const form = questions.get(name)?.input;
      return form && fieldKind(form, field);
    },
  });
  const asJson = read.door.has('json');
  const [name, ...more] = read.operands;
  if (name === undefined) return list(io, [...questions.values()], asJson);
  const question = questions.get(name);
  if (!question) throw new Usage(`There is no question ${name}. Run signpost ask to see them all.`);
  if (read.door.has('help')) return help(io, question);
  if (more.length > 0)
    throw new Usage(`I do not know what to do with “${more.join(' ')}”. Add --help to see its fields.`);
  const { zone } = policies.inForce(clock.now());
  return withOpened(io, place, async (opened) => {
    const as = read.door.get('as');
    const actor =
      question.askers === 'public' ? await callerOf(io, opened, as) : await knownCaller(io, opened, as);
    const input = fromText(question.input, await readFields(question.input, read.fields, io.stdin), zone);
    const answer = await declaredAnswer(opened.house, question, { actor, input });
    if (asJson) showJson(io.stdout, answer);
    else io.stdout.write(inWords(answer));
    return exits.ok;
  });
}

function list(io: CliIo, questions: readonly Question[], asJson: boolean): Exit {
  if (asJson) {
    showJson(io.stdout, { questions: questions.map(({ name, about }) => ({ question: name, about })) });
    return exits.ok;
  }
  io.stdout.write(
    columns([['QUESTION', 'WHAT IT ANSWERS'], ...questions.map(({ name, about }) => [name, about])]),
  );
  io.stdout.write('\nsignpost ask QUESTION --help shows the fields of one.\n');
  return exits.ok;
}

function help(io: CliIo, question: Question): Exit {
  const fields = fieldsHelp(question.input, door);
  io.stdout.write(
    [
      `Usage: signpost ask ${question.name} [--field value ...] [--as EMAIL] [--practice] [--json]`,
      '',
      question.about,
      ...(question.askers === 'public' ? ['Anybody may ask.'] : []),
      '',
      ...(fields.length > 0 ? ['Fields:', ...fields, ''] : ['It has no fields.', '']),
    ].join('\n'),
  );
  return exits.ok;
}
