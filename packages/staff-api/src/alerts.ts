import { z } from 'zod';

export const alert = z.object({
  id: z.number(),
  kind: z.string(),
  text: z.string(),
  since: z.number().describe('Milliseconds since 1970.'),
  until: z.number().nullable().describe('When it was over; null: it is not.'),
  acknowledgedBy: z.string().nullable(),
  told: z.array(z.string()).describe('Webhooks that it went to.'),
});
export type Alert = z.infer<typeof alert>;

export const thresholdName = z.enum(['diskFreeMib', 'saveLagSeconds', 'stepMs']);
export type ThresholdName = z.infer<typeof thresholdName>;

export const threshold = z.object({
  name: thresholdName,
  setting: z.string().describe('Its name in the settings.'),
  title: z.string().describe('When there is an alert, with … for the value.'),
  unit: z.enum(['MiB', 's', 'ms']),
  value: z.number().describe('What counts now.'),
  configured: z.number().describe('What the settings say.'),
  changedBy: z.string().nullable().describe('Who changed it here; null: it is as in the settings.'),
});
export type Threshold = z.infer<typeof threshold>;

export const alerts = z.object({
  alerts: z.array(alert).describe('Newest first, also those before the last start.'),
  thresholds: z.array(threshold),
});
export type Alerts = z.infer<typeof alerts>;
