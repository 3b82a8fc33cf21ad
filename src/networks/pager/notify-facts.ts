import { z } from 'zod';

/**
 * What we use of GOV.UK Notify's documented API, and no more. Source: alphagov/notifications-tech-docs, `openapi/`,
 * 2026-06-23 (MIT, Crown copyright). `notify.test.ts` compares this with the document where it is at hand.
 */
export const notifyPaths = {
  text: '/v2/notifications/sms',
  email: '/v2/notifications/email',
  one: '/v2/notifications/{notification_id}',
  several: '/v2/notifications',
} as const;

export const liveNotify = 'https://api.notifications.service.gov.uk';

/** What Notify says of a message, and what that is to us. `sent` is said of numbers abroad, whose networks tell no more. */
export const fates = {
  created: 'on-its-way',
  sending: 'on-its-way',
  pending: 'on-its-way',
  sent: 'on-its-way',
  delivered: 'delivered',
  'permanent-failure': 'failed',
  'temporary-failure': 'failed',
  'technical-failure': 'failed',
} as const;
export type NotifyStatus = keyof typeof fates;
const statuses = Object.keys(fates) as [NotifyStatus, ...NotifyStatus[]];

/** A request is refused with a list of these. Its message may name a number, so it is never logged. */
export const complaint = z.object({
  errors: z.array(z.object({ error: z.string(), message: z.string() })),
  status_code: z.int(),
});

export const taken = z.object({ id: z.uuid() });
export const known = z.object({
  id: z.uuid(),
  reference: z.string().nullable(),
  status: z.enum(statuses),
});
export const knownOnes = z.object({ notifications: z.array(known) });

export const textRequest = z.object({
  phone_number: z.string().min(7).max(15),
  template_id: z.string(),
  personalisation: z.record(z.string(), z.string()).optional(),
  reference: z.string().optional(),
});
export const emailRequest = z.object({
  email_address: z.string().min(5).max(250),
  template_id: z.string(),
  personalisation: z.record(z.string(), z.string()).optional(),
  reference: z.string().optional(),
});
