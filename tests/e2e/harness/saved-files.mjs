// Files a page offers for saving, taken out of the browser's hands: each browser saves in its own way, and
// a journey wants to read what was offered, not to search a folder for it.

/** Runs in the page before its own scripts. The file offered last is then at `window.savedFile`, and its bytes at `window.savedBlob`. */
export function catchSavedFiles() {
  const blobs = new Map();
  const createObjectURL = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const url = createObjectURL.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  const caught = (link) => {
    const blob = blobs.get(link.href);
    if (!link.hasAttribute("download") || !blob) return false;
    window.savedBlob = blob;
    blob.text().then((text) => (window.savedFile = { name: link.download, text }));
    return true;
  };
  // A script may click a link that is not in the document, where no listener hears of it.
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (!caught(this)) click.call(this);
  };
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("a[download]");
      if (link && caught(link)) event.preventDefault();
    },
    true,
  );
}
