import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type NoticeKind = 'done' | 'important' | 'warning';

const titles = { done: 'Done', important: 'Important', warning: 'Warning' } as const;

export interface NoticeProps {
  readonly kind?: NoticeKind;
  readonly title?: string;
  /** Tells two notices of one page apart. */
  readonly id?: string;
  readonly children: ReactNode;
}

/** Something that the reader must not miss: what was just done, or what is unusual now. */
export function Notice({
  kind = 'important',
  title = titles[kind],
  id = 'nhsuk-notification-banner',
  children,
}: NoticeProps) {
  const done = kind === 'done';
  const block = 'nhsuk-notification-banner';
  const variant = { done: ` ${block}--success`, important: '', warning: ' sp-notice--warning' }[kind];
  return (
    <div className={block + variant} role={done ? 'alert' : 'region'} aria-labelledby={`${id}-title`}>
      <div className={`${block}__header`}>
        <h2 className={`${block}__title`} id={`${id}-title`}>
          {title}
        </h2>
      </div>
      <div className={`${block}__content`}>
        {typeof children === 'string' ? <p className={`${block}__heading`}>{children}</p> : children}
      </div>
    </div>
  );
}

export interface StatusItem {
  readonly id: string;
  /** `stop`: something is stopped. `warning`: take care. `note`: good to know. */
  readonly tone: 'stop' | 'warning' | 'note';
  readonly text: ReactNode;
  readonly href?: string;
}

const marks: Record<StatusItem['tone'], { icon: IconName; word: string }> = {
  stop: { icon: 'warning', word: 'Stopped' },
  warning: { icon: 'warning', word: 'Take care' },
  note: { icon: 'clock', word: 'Note' },
};

/** Under the header, only while it matters: out of hours, an account gone blind, everything stopped. */
export function StatusStrip({ items }: { readonly items: readonly StatusItem[] }) {
  if (items.length === 0) return null;
  return (
    <aside className="sp-status" aria-label="What is unusual now">
      <ul className="sp-status__list nhsuk-width-container">
        {items.map(({ id, tone, text, href }) => (
          <li className={`sp-status__item sp-status__item--${tone}`} key={id}>
            <Icon name={marks[tone].icon} />{' '}
            <span className="nhsuk-u-visually-hidden">{marks[tone].word}: </span>
            {href === undefined ? <span>{text}</span> : <a href={href}>{text}</a>}
          </li>
        ))}
      </ul>
    </aside>
  );
}
