import { LineField, Select, Tick } from '#screens/index.ts';

const kinds = [
  { id: 'image', name: 'A picture' },
  { id: 'gif', name: 'A moving picture (GIF)' },
  { id: 'video', name: 'A film' },
  { id: 'audio', name: 'A recording' },
];

const people = [
  { id: 'nobody', name: 'No' },
  { id: 'agreed', name: 'Yes, and each agreed; we kept it' },
  { id: 'not-agreed', name: 'Yes, and not all agreed' },
];

const rights = [
  { id: 'own', name: 'We made it' },
  { id: 'licensed', name: 'Bought, or free to use with credit' },
];

const captions = [
  { id: 'human', name: 'A person wrote them' },
  { id: 'read', name: 'A machine wrote them, a person read them' },
  { id: 'auto', name: 'A machine wrote them' },
  { id: 'burned-in', name: 'They are part of the film' },
];

const Choice = (props: { name: string; label: string; none: string; options: typeof kinds }) => (
  <Select
    id={`check-${props.name}`}
    name={`check-${props.name}`}
    label={props.label}
    placeholder={props.none}
    options={props.options}
    chosen={[]}
  />
);

const Description = () => (
  <LineField
    id="check-alt"
    name="check-alt"
    label="Its description"
    hint="For people who cannot see it"
    autoComplete="off"
    spellCheck={false}
  />
);

/** What a machine cannot see in a picture, a film or a recording, and asks. Those that do not fit its kind are hidden. */
export const MediumBoxes = () => (
  <details className="nhsuk-details">
    <summary className="nhsuk-details__summary">
      <span className="nhsuk-details__summary-text">It has a picture, a film or a recording</span>
    </summary>
    <div className="nhsuk-details__text">
      <Choice name="medium" label="What is it?" none="None" options={kinds} />
      <div data-for="image gif">
        <Description />
      </div>
      <div data-for="video">
        <Choice name="captions" label="Captions" none="None" options={captions} />
      </div>
      <div data-for="video audio">
        <Tick
          id="check-transcript"
          name="check-transcript"
          label="What is said can be read elsewhere"
          ticked={false}
        />
      </div>
      <div data-for="image gif video">
        <Choice name="people" label="Can anybody be recognised?" none="Not looked yet" options={people} />
      </div>
      <div data-for="image gif video audio">
        <Choice name="rights" label="Whose is it?" none="Not sure" options={rights} />
      </div>
    </div>
  </details>
);
