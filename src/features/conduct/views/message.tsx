import { Moment } from '#screens/index.ts';

/** The message that a measure is about, above the form of any verb. */
export const MessageAbove = (props: {
  readonly name: string;
  readonly text: string;
  /** An ISO 8601 instant. */
  readonly at: string;
}) => (
  <div className="sp-message">
    <div className="sp-message__head">
      <strong>
        <bdi>{props.name}</bdi>
      </strong>{' '}
      <Moment at={Temporal.Instant.from(props.at)} as="near" />
    </div>
    <div className="sp-message__words">
      <bdi>{props.text}</bdi>
    </div>
  </div>
);
