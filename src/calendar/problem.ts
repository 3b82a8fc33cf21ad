/** A calendar that cannot answer, in words for the person who set it or asked it. */
export class CalendarError extends Error {
  override name = 'CalendarError';
}
