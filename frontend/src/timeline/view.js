// The timeline's pane.

/** @type {import('../views.js').panes[string]} */
export const mount = (element) => { element.dataset.empty = ''; return { destroy() {} }; };
