// The guide is saved once the page is ready, and that is measured apart (`visits`): here it would
// still go on while the next page is measured.
if (navigator.serviceWorker) {
  navigator.serviceWorker.register = () => Promise.reject(new Error("measured apart"));
}
