import { z } from 'zod';
import { plain, rule } from '../rule.ts';

const minutes = z.number().int().min(1).max(10_000);
const days = z.number().int().min(1).max(365);

/** Who is on call while nobody is at work, and that it is bearable. */
export const rotaRules = {
  'on-call.rota': plain(
    'Somebody is on call whenever the organisation is closed',
    'somebody is always on call',
  ),
  'on-call.full-ahead': rule(
    'How many days ahead the rota must be full, and from how near a hole is warned of each day',
    z
      .strictObject({ days, warnWithinDays: days })
      .refine(
        (value) => value.warnWithinDays <= value.days,
        'Warn of holes within the days that must be full',
      ),
    (value) => `the rota is full ${value.days} days ahead`,
  ),
  'on-call.swap': plain(
    'A shift changes hands only when somebody has taken it',
    'a shift stays yours until taken',
  ),
  'on-call.handover-note': rule(
    'When the handover note of a shift may be written, and how long after its end it counts as late',
    z.strictObject({ opensMinutesBefore: minutes, lateAfterMinutes: minutes }),
    () => 'leave a note for who follows',
  ),
  'on-call.test-page': rule(
    'Each week whoever is on call gets a test page: at what hour, and how long it may take',
    z.strictObject({
      hour: z.number().int().min(0).max(23),
      sendWithinMinutes: minutes,
      acknowledgeWithinMinutes: minutes,
    }),
    () => 'test each week that pages arrive',
  ),
  'on-call.rest': rule(
    'How many nights running one person may be on call, and whether more is warned of or refused',
    z.strictObject({ nightsRunning: z.number().int().min(1).max(60), over: z.enum(['warn', 'refuse']) }),
    (value) => `at most ${value.nightsRunning} nights running`,
  ),
};
