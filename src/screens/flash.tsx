import type { Citation } from '#policy/index.ts';
import { Cite } from './cite.tsx';
import { Icon } from './icon.tsx';

export interface FlashProps {
  /** What the button said. */
  readonly label: string;
  readonly citation: Citation;
  /** Path of the form that was sent: its kept drafts may go. */
  readonly path: string;
}

/** What was just done, and under which clause: said once, on the page that follows. */
export const Flash = ({ label, citation, path }: FlashProps) => (
  <div className="sp-flash" role="status" data-done={path}>
    <Icon name="tick" />
    <p>
      <strong>Done:</strong> {label.charAt(0).toLowerCase() + label.slice(1)}
    </p>{' '}
    <Cite citation={citation} before="under" />
  </div>
);
