// Starts the calculator, and says in plain words when that fails. It is put into the page's head, before
// the content security policy, so that the one download it starts is the last thing that can connect.
// Written for old browsers too: theirs is the failure it most often has to explain.
(function () {
  "use strict";

  // Every key the calculator stores begins so.
  var KEYS = "partnership-risk";
  // The built file has a hash in its name; the build puts it here.
  var ADDRESS = "./page_bg.wasm";
  // The parts of the calculator that are fetched when they are first wanted; the build puts them here too.
  var PARTS = {};
  // And the programs of what is done beside the page.
  var PROGRAMS = {};

  var ADVICE = {
    browser: "This browser cannot run the calculator. It needs a browser from 2023 or later: " +
      "a current Firefox, Chrome, Edge or Safari.",
    blocked: "This browser does not run WebAssembly, which the calculator is made of. A strict security mode " +
      "or a company policy can be the reason: allow it for this page, or use another browser.",
    network: "A part of the calculator could not be loaded. Check the connection, then reload the page.",
    stopped: "An error in the calculator has stopped it. What was saved before is still in this browser. " +
      "Reload the page to go on."
  };

  var crash = null;
  var started = false;
  var failed = false;

  function fail(kind, error) {
    // The first failure is the cause; later ones follow from it.
    if (failed) return;
    failed = true;
    document.documentElement.setAttribute("data-calculator", "failed");
    if (!crash) return;
    // The page may have replaced everything in the body.
    document.body.insertBefore(crash, document.body.firstChild);
    crash.querySelector("[data-crash=reason]").textContent = ADVICE[kind];
    // What the calculator said of itself before it stopped.
    var told = window.partnershipRiskError ? "\n" + window.partnershipRiskError : "";
    crash.querySelector("[data-crash=details]").textContent = error + told;
    crash.hidden = false;
    crash.focus();
  }

  function kindOf(error) {
    var text = String(error);
    if (/Content Security Policy|unsafe-eval|disabled|disallowed|blocked/i.test(text)) return "blocked";
    if (/network ?error|failed to fetch|load failed|not loaded/i.test(text)) return "network";
    if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) return "browser";
    return "stopped";
  }

  function stored() {
    var found = {};
    for (var i = 0; i < localStorage.length; i += 1) {
      var key = localStorage.key(i);
      if (key.indexOf(KEYS) === 0) found[key] = localStorage.getItem(key);
    }
    return found;
  }

  // All that stands on a shelf of the archive, each under its shelf and number.
  function onShelf(database, shelf, found) {
    return new Promise(function (resolve, reject) {
      var request = database.transaction(shelf).objectStore(shelf).openCursor();
      request.onerror = reject;
      request.onsuccess = function () {
        var cursor = request.result;
        if (!cursor) return resolve();
        found[KEYS + ":" + shelf + ":" + cursor.key] = cursor.value;
        cursor.continue();
      };
    });
  }

  // The register after each of its last changes, and its copies. Where nothing of it can be had within a few
  // seconds, the store alone has to do.
  function archived(found) {
    var read = new Promise(function (resolve, reject) {
      var request = indexedDB.open(KEYS);
      // There is none, and it is not for this page to make one.
      request.onupgradeneeded = function () {
        request.transaction.abort();
      };
      request.onerror = reject;
      request.onsuccess = function () {
        var database = request.result;
        resolve(Promise.all(["journal", "backups"].map(function (shelf) {
          return onShelf(database, shelf, found);
        })).then(function () {
          database.close();
        }));
      };
    });
    var patience = new Promise(function (resolve) {
      setTimeout(resolve, 3000);
    });
    return Promise.race([read, patience]).catch(function () {});
  }

  function save() {
    var found = {};
    var missing = "";
    try {
      found = stored();
    } catch (error) {
      missing = " This browser does not let the page read its storage (" + error + ").";
    }
    archived(found).then(function () {
      offer(JSON.stringify(found, null, 2), missing);
    });
  }

  function offer(text, missing) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = "partnership-risk-rescue-" + new Date().toISOString().slice(0, 10) + ".json";
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    crash.querySelector("[data-crash=saved]").textContent = "Saved as " + link.download + "." + missing;
  }

  function download() {
    return fetch(ADDRESS).then(function (response) {
      if (!response.ok) throw new Error("not loaded: " + ADDRESS + " (" + response.status + ")");
      return response;
    });
  }

  // What the running calculator shares with its parts.
  var shared = null;

  function start(wasm) {
    // A deferred script has run by now, or could not be loaded.
    if (typeof wasm_bindgen === "undefined") throw new Error("not loaded: the script of the page");
    return wasm_bindgen({ module_or_path: wasm }).then(function (exports) {
      shared = exports;
    });
  }

  // A part comes as scripts, because the policy lets nothing else in. Each hands over the lengths of its
  // pieces, and the pieces themselves as one text: WebAssembly, compressed.
  var handed = null;
  window.partnershipRiskPart = function (name, lengths, text) {
    handed = { lengths: lengths, text: text };
  };

  function fetched(address) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = address;
      script.onload = script.onerror = function () {
        // A script has just run when it says that it is loaded, so what was handed over is its own.
        var own = handed;
        handed = null;
        document.head.removeChild(script);
        if (own) resolve(own);
        else reject(new Error("not loaded: " + address));
      };
      document.head.appendChild(script);
    });
  }

  function unpacked(text) {
    var bytes = Uint8Array.from(atob(text), function (letter) {
      return letter.charCodeAt(0);
    });
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  }

  function run(part) {
    return unpacked(part.text).then(function (bytes) {
      var end = 0;
      return Promise.all(part.lengths.map(function (length) {
        end += length;
        return WebAssembly.instantiate(bytes.slice(end - length, end), { __wasm_split: shared });
      }));
    });
  }

  // One that did not arrive can be asked for again.
  var scripts = {};
  function script(address, before) {
    if (!scripts[address]) {
      scripts[address] = Promise.all([fetched(address), before]).then(function (both) {
        return run(both[0]);
      });
      scripts[address].catch(function () {
        delete scripts[address];
      });
    }
    return scripts[address];
  }

  // All scripts of a part are fetched at once; what it shares, all of it, runs before what is its own. A script
  // that has run for another part does not wait for those before it here, so each is waited for by itself.
  function part(name) {
    return PARTS[name].reduce(function (before, address) {
      return Promise.all([before, script(address, before)]);
    }, null);
  }

  // What is done beside the page is done by a worker: a program of its own, which comes as a part does, with its script
  // behind it. One that did not arrive can be asked for again.
  var programs = {};
  function program(name) {
    programs[name] = programs[name] || fetched(PROGRAMS[name]).then(function (part) {
      return unpacked(part.text).then(function (bytes) {
        return WebAssembly.compile(bytes.slice(0, part.lengths[0])).then(function (module) {
          // A failure on the way must reach the page as an error of the worker.
          var begin = "\nonmessage=function(e){onmessage=null;wasm_bindgen({module_or_path:e.data})" +
            ".catch(function(e){setTimeout(function(){throw e})})}";
          var source = new Blob([bytes.slice(part.lengths[0]), begin], { type: "text/javascript" });
          return { module: module, address: URL.createObjectURL(source) };
        });
      });
    });
    programs[name].catch(function () {
      delete programs[name];
    });
    return programs[name];
  }
  window.partnershipRiskWorker = function (name) {
    return program(name).then(function (found) {
      var worker = new Worker(found.address);
      worker.postMessage(found.module);
      return worker;
    });
  };

  // The calculator asks for a part by the function of its name, and is called back through its own table.
  var loaders = {};
  Object.keys(PARTS).forEach(function (name) {
    loaders["__wasm_split_load_" + name] = function (callback, data) {
      part(name).then(function () {
        return true;
      }, function (error) {
        console.warn(error);
        // What is needed to start is needed at once; later the calculator says itself what is missing.
        if (document.documentElement.getAttribute("data-calculator") === "starting") fail(kindOf(error), error);
        return false;
      }).then(function (success) {
        shared.__indirect_function_table.get(callback)(data, success);
      });
    };
  });

  // The script that wasm-bindgen makes asks for what is not its own by this name.
  window.require = function () {
    return loaders;
  };

  var wasm = null;
  if (typeof WebAssembly === "object" && typeof fetch === "function" && typeof Promise === "function") {
    wasm = download();
    // The failure is dealt with once, by the promise that start() returns.
    wasm.catch(function () {});
  }

  function stop(error) {
    // Other errors come from extensions of the browser, or leave the calculator running.
    if (started && error instanceof WebAssembly.RuntimeError) fail("stopped", error);
  }

  window.addEventListener("error", function (event) {
    stop(event.error);
  });
  window.addEventListener("unhandledrejection", function (event) {
    stop(event.reason);
  });

  document.addEventListener("DOMContentLoaded", function () {
    crash = document.getElementById("crash");
    crash.querySelector("[data-crash=save]").addEventListener("click", save);
    crash.querySelector("[data-crash=reload]").addEventListener("click", function () {
      location.reload();
    });
    if (!wasm) {
      fail(typeof WebAssembly === "object" ? "browser" : "blocked", "There is no WebAssembly, fetch or Promise.");
      return;
    }
    // From here on a panic can come: the entry point runs before the promise is kept.
    started = true;
    new Promise(function (resolve) {
      resolve(start(wasm));
    }).catch(function (error) {
      fail(kindOf(error), error);
    });
  });
})();
