import type { ReactNode } from 'react';
import type { Offer } from '#kernel/offer.ts';
import { CommandForm, errorLinks, ErrorSummary, PageHeading, type CommandFormProps } from '#screens/index.ts';

/** A command on a page of its own: what is wrong, what it does, what it is about, then its questions. */
export function CommandPage({
  offer,
  form,
  children,
}: {
  readonly offer: Offer;
  readonly form: Omit<CommandFormProps, 'offer'>;
  readonly children?: ReactNode;
}) {
  return (
    <>
      {form.typed ? <ErrorSummary errors={errorLinks(offer, form.typed)} /> : null}
      <PageHeading>{offer.command.label}</PageHeading>
      <p>{offer.command.about}</p>
      {children}
      <CommandForm offer={offer} {...form} summary={false} keepDraft />
    </>
  );
}
