import { SummaryList, Tag } from '#screens/index.ts';
import type { Bound } from '../shapes.ts';
import { Basis } from './words.tsx';

/** One rule bound to a clause: its values with units and basis, and what the program does by it. */
export const Rule = ({ rule }: { readonly rule: Bound }) => (
  <section className="sp-panel" aria-label={rule.words}>
    <h3 className="nhsuk-heading-s">{rule.words.charAt(0).toUpperCase() + rule.words.slice(1)}</h3>
    <p>
      <Basis of={rule.basis} /> {rule.kept ? null : <Tag colour="orange">Not kept yet</Tag>}
    </p>
    <p>
      {rule.about}. {rule.note}
    </p>
    {rule.values.length === 0 ? null : (
      <SummaryList
        rows={rule.values.map(({ name, words, ours }) => ({
          key: name,
          value: (
            <>
              {words} {ours && rule.basis !== 'default' ? <Basis of="default" /> : null}
            </>
          ),
        }))}
      />
    )}
    <Keeping rule={rule} />
  </section>
);

function Keeping({ rule: { deeds, refusals, keptWords } }: { readonly rule: Bound }) {
  const rooms = [...Map.groupBy(deeds, (one) => one.room)];
  return (
    <>
      {keptWords === null ? null : <p>{keptWords}</p>}
      {rooms.length === 0 ? null : (
        <>
          <h4 className="nhsuk-heading-xs">What is done under it</h4>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {rooms.map(([room, inside]) => (
              <li key={room}>
                {room}: {inside.map((one) => one.deed).join('; ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {refusals.length === 0 ? null : (
        <>
          <h4 className="nhsuk-heading-xs">Where the program says no</h4>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {refusals.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
