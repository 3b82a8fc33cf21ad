/**
 * Features that may import one another's front door, by name and with a reason; `people` is open to all.
 * Ten lines at most: otherwise features meet by events.
 */
export const doors: readonly { readonly from: string; readonly to: string; readonly why: string }[] = [];
