import { ownModel } from './model.ts';
import { triage } from './triage.ts';

/** Reads the model, so that the first message does not wait for it. */
export const warmTriage = (): void => void triage('Is the clinic open?');

/** Under which model something was read: scores of two models do not compare. */
export const modelName = (): string => ownModel().card.texts.slice(0, 12);
