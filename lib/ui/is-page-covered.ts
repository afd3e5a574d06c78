/** Whether a dialog or a menu lies over the page: keys are for that then. */
export const isPageCovered = (): boolean =>
  document.querySelector("dialog[open], [role=dialog], [role=menu]") !== null;
