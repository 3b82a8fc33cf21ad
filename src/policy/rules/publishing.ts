import { plain } from '../rule.ts';

/** What goes out. Later rooms add to it. */
export const publishingRules = {
  'publishing.corporate-team': plain(
    'Only the corporate team publishes on corporate accounts',
    'only the team publishes',
  ),
  'publishing.describe-pictures': plain(
    'A picture carries a description for those who cannot see it',
    'describe every picture',
  ),
};
