/** Milliseconds of rest in typing before anything is read out. */
const rest = 1_200;

/** Reads out what changed, politely: once somebody pauses, and only what was not just said. */
export function saying(live: HTMLElement): (words: string, wait?: number) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';
  return (words, wait = rest) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (words === last) return;
      last = words;
      live.textContent = words;
    }, wait);
  };
}
