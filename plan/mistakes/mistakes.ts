// Each block holds one deliberate mistake on the line after `// MISTAKE`. The compiler must find every one.
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { lifecycle, table } from '#kernel/lifecycle.ts';
import { choices, need } from '#kernel/need.ts';
import { role, self } from '#kernel/party.ts';
import { draft, type Draft } from './rows.ts';

const teams = need(async () => choices([{ id: 'a', name: 'A' }]));
const spec = {
  table: table<Draft>('drafts'),
  home: (id: string) => id,
  sight: { see: [role('communications')] },
};
const words = { label: 'x', about: 'x', input: form({}) };

lifecycle('misspelt-rule', {
  ...spec,
  // MISTAKE
  steps: [{ from: ['writing'], by: 'go', to: 'waiting', who: [role('director')], rule: 'inbox.anwser' }],
});
lifecycle('misspelt-state', {
  ...spec,
  // MISTAKE
  steps: [{ from: ['writting'], by: 'go', to: 'waiting', who: [role('director')], rule: 'inbox.answer' }],
});
lifecycle('misspelt-column', {
  ...spec,
  // MISTAKE
  steps: [{ from: ['writing'], by: 'go', to: 'waiting', who: [self('auhtor')], rule: 'inbox.answer' }],
});
lifecycle('misspelt-sight', {
  ...spec,
  // MISTAKE
  sight: { see: [self('auhtor')] },
  steps: [],
});
// MISTAKE
role('comunications');

// MISTAKE
command(draft, 'sumbit', { ...words, decide: () => ({}) });
// MISTAKE
command(draft, 'submit', { ...words, decide: () => ({ set: { wrods: 'x' } }) });
// MISTAKE
command(draft, 'submit', { ...words, decide: () => ({ set: { state: 'approved' } }) });
// MISTAKE
command(draft, 'begin', { ...words, decide: () => ({ set: { words: 'x' } }) });
// MISTAKE
command(draft, 'decide', { ...words, decide: () => ({}) });
// MISTAKE
command(draft, 'decide', { ...words, decide: () => ({ to: 'waiting' as const }) });
command(draft, 'submit', {
  ...words,
  needs: { teams },
  // MISTAKE
  input: form({ team: ask.choice('Team', 'Choose a team', 'teems') }),
  decide: () => ({}),
});
command(draft, 'submit', {
  ...words,
  needs: { teams },
  // MISTAKE
  decide: ({ needs }) => ({ set: { words: needs.temas.list.length.toString() } }),
});
