import { newsOf, newsWords, type News } from './news.ts';

/**
 * `<live-updates kinds="enquiry">`: listens to what changed on the open page and says so politely. It never
 * touches a row: nothing moves under the cursor until the person asks for it by the link.
 */
export class LiveUpdates extends HTMLElement {
  private source: EventSource | undefined;
  private readonly onVisible = (): void => (document.hidden ? this.close() : this.open());

  connectedCallback(): void {
    if (!this.querySelector('[role=status]')) this.draw();
    document.addEventListener('visibilitychange', this.onVisible);
    this.open();
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.onVisible);
    this.close();
  }

  private draw(): void {
    const status = document.createElement('div');
    status.setAttribute('role', 'status');
    status.className = 'sp-live';
    this.append(status);
  }

  private open(): void {
    if (this.source) return;
    const asked = new URLSearchParams({
      kinds: this.getAttribute('kinds') ?? '',
      // The id under which the server made this page: news is what came after it.
      since: this.getAttribute('since') ?? '',
    });
    this.source = new EventSource(`/live?${asked.toString()}`);
    this.source.addEventListener('news', (event: MessageEvent<string>) => this.show(newsOf(event.data)));
    // The session is over: asking again would only be refused again.
    this.source.addEventListener('end', () => this.close());
  }

  private close(): void {
    this.source?.close();
    this.source = undefined;
  }

  private show(news: News): void {
    const status = this.querySelector('[role=status]');
    const words = newsWords(news);
    if (!status || status.getAttribute('data-said') === words) return;
    status.setAttribute('data-said', words);
    if (words === '') return status.replaceChildren();
    const link = document.createElement('a');
    link.href = location.href;
    link.textContent = 'Show them';
    status.replaceChildren(`${words}. `, link);
  }
}
