import { createContext, useContext, type ReactNode } from 'react';

/** Where and when a page is read: every date on it is written for this zone and this moment. */
export interface Setting {
  /** Of the policy, such as `Europe/London`. */
  readonly zone: string;
  readonly now: Temporal.Instant;
}

const Current = createContext<Setting | undefined>(undefined);

/** Gives a tree its zone and moment. `Layout` does this; a test does it itself. */
export const InSetting = ({ zone, now, children }: Setting & { readonly children: ReactNode }) => (
  <Current.Provider value={{ zone, now }}>{children}</Current.Provider>
);

/** @throws outside a `Layout`: a guessed zone would show a wrong deadline. */
export function useSetting(): Setting {
  const setting = useContext(Current);
  if (!setting) throw new Error('A date is shown outside a Layout: put it inside one, or inside InSetting');
  return setting;
}
