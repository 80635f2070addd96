// From a key to the frame that shows it, in the field that has the focus. The time of a key begins
// when the browser got it, so that what the page does meanwhile counts.
(() => {
  const keys = { times: [] };
  globalThis.__keys = keys;
  addEventListener('keydown', (event) => {
    const began = event.timeStamp;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => keys.times.push(performance.now() - began);
      port2.postMessage(0);
    });
  }, { capture: true });
  keys.focus = (selector) => {
    keys.times = [];
    const field = document.querySelector(selector);
    field.focus();
    field.setSelectionRange(0, 0);
    field.scrollIntoView({ block: 'start', behavior: 'instant' });
  };
  // What any page has without a line of script.
  keys.plain = (text) => {
    const field = document.createElement('textarea');
    field.id = 'plain';
    field.rows = 3;
    field.style.cssText = 'width: 100%; font: inherit';
    field.value = text;
    document.querySelector('.notes-list').before(field);
  };
})();
