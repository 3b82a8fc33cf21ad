import { Moment } from '#screens/index.ts';

/** Says on every page that this is practice, and what the clock says. Drawn inside the layout's setting. */
export const PracticeBar = ({ now }: { readonly now: Temporal.Instant }) => (
  <aside className="sp-practice" aria-label="Practice mode">
    <div className="sp-practice__inside nhsuk-width-container">
      <p>
        <strong>Practice.</strong> Everybody here is invented, and nothing is sent to anyone. The clock says{' '}
        <Moment at={now} />.
      </p>
      <a href="/practice">Be somebody else, or move the clock</a>
    </div>
  </aside>
);
