// The browsers, as the system packages them: Chromium over its own protocol, Firefox over WebDriver BiDi.

import puppeteer from "puppeteer-core";

const LAUNCH = {
  chromium: {
    browser: "chrome",
    executablePath: process.env.E2E_CHROMIUM,
    args: [
      // As root, in a container, Chromium's own sandbox cannot be set up.
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      // A browser under test asks nobody for anything.
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-quic",
      "--disable-sync",
      "--no-first-run",
    ],
  },
  firefox: {
    browser: "firefox",
    executablePath: process.env.E2E_FIREFOX,
    extraPrefsFirefox: {
      // Puppeteer switches it off, which hides what a real Firefox forbids to a file.
      "security.fileuri.strict_origin_policy": true,
    },
  },
};

/** The browsers to run in: all, or the one named by E2E_BROWSER. */
export function wantedBrowsers() {
  const wanted = process.env.E2E_BROWSER;
  if (!wanted) return Object.keys(LAUNCH);
  if (!(wanted in LAUNCH)) throw new Error(`E2E_BROWSER is ${wanted}; it can be ${Object.keys(LAUNCH).join(" or ")}`);
  return [wanted];
}

/** Starts a browser without a window; where a folder is given, with the profile that is or will be in it. */
export function launch(kind, userDataDir) {
  return puppeteer.launch({ ...LAUNCH[kind], headless: true, timeout: 60_000, protocolTimeout: 120_000, userDataDir });
}
