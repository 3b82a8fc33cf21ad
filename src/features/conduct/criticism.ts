import { triage, type Label } from '#triage/index.ts';

const critical: readonly Label[] = ['complaint', 'negative_feedback', 'patient_safety', 'speak_up'];
const beyondDoubt: readonly Label[] = ['threat_violence'];

/**
 * Does this read like criticism, a complaint or a concern? Whoever takes a measure then says what goes beyond that.
 * The words decide nothing: they only ask for a second thought.
 * @param started a clock of the law that runs for it: somebody took it for a complaint or a request.
 */
export function readsLikeCriticism(text: string, started: boolean): boolean {
  if (started) return true;
  const { labels } = triage(text);
  return (
    labels.some((label) => critical.includes(label)) && !labels.some((label) => beyondDoubt.includes(label))
  );
}
