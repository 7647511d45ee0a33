/*
 * Nothing of the page's styles may reach in: important rules of a shadow tree win over the page's. The host makes no
 * box, and the chip is taken out of the flow, so nothing on the page moves.
 */
export const STYLE = `
:host { all: initial !important; display: contents !important; }
.chip {
  position: fixed; inset-block-end: 0; inset-inline-end: 96px; z-index: 2147483646;
  display: flex; max-width: min(460px, calc(100vw - 192px)); box-sizing: border-box;
  color-scheme: light dark; color: #14171f; background: #fff;
  font: 12px/1.3 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif;
  border: 1px solid #8b93a3; border-block-end: 0; border-radius: 8px 8px 0 0;
  box-shadow: 0 1px 6px #0003; user-select: none; -webkit-user-select: none;
}
button {
  all: unset; box-sizing: border-box; cursor: pointer; display: flex; align-items: center; min-height: 26px;
}
.open { gap: 8px; min-width: 0; padding: 2px 10px; border-start-start-radius: 7px; }
.hide { padding: 2px 8px; border-start-end-radius: 7px; color: #5b6270; }
button:hover { background: #eaefff; }
button:focus-visible { outline: 2px solid #2b55e6; outline-offset: -2px; }
.letters { display: flex; gap: 3px; }
.letters span {
  min-width: 15px; padding: 0 2px; text-align: center; font-weight: 700; border: 1px solid #c9ced8; border-radius: 4px;
  white-space: nowrap;
}
.response { white-space: nowrap; font-variant-numeric: tabular-nums; }
.warning { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: #b3261e; }
.warning::before { content: "⚠\\FE0E "; }
.warning:empty { display: none; }
[data-state="due-soon"] .response { color: #8a5300; font-weight: 600; }
[data-state="breached"] .response { color: #b3261e; font-weight: 600; }
@media (prefers-color-scheme: dark) {
  .chip { color: #eef0f5; background: #1b1e26; border-color: #6c7484; }
  .hide { color: #a0a8b8; }
  .letters span { border-color: #4a5160; }
  button:hover { background: #232b47; }
  button:focus-visible { outline-color: #8ba7ff; }
  .warning, [data-state="breached"] .response { color: #ff9a92; }
  [data-state="due-soon"] .response { color: #f2b45c; }
}
@media print, (max-width: 480px), (max-height: 240px) { .chip { display: none; } }
`;
