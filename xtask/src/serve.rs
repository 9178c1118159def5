//! A static server for `dist/`, on this machine's own address only. It knows files and their types;
//! it never builds.

use std::fs::{self, File};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::command_line::DEFAULT_PORT;

/// A browser opens up to six connections; a page has three files.
const THREADS: usize = 4;

/// Serves a folder until interrupted, and prints the address.
pub fn serve(folder: &Path, port: Option<u16>) -> Result<()> {
    let server = Arc::new(listen(port)?);
    println!("\nserving {} at http://{}/ (Ctrl+C ends it)", folder.display(), server.server_addr());
    let workers: Vec<_> = (0..THREADS)
        .map(|_| {
            let server = Arc::clone(&server);
            let folder = folder.to_path_buf();
            thread::spawn(move || answer_all(&server, &folder))
        })
        .collect();
    for worker in workers {
        worker.join().map_err(|_| anyhow!("a thread of the server died"))?;
    }
    Ok(())
}

/// Listens on the port asked for, or on the default one, or, when that is taken, on any.
fn listen(port: Option<u16>) -> Result<Server> {
    let open = |port| Server::http(("127.0.0.1", port)).map_err(|error| anyhow!(error));
    match port {
        Some(port) => open(port).with_context(|| format!("cannot listen on port {port}")),
        None => open(DEFAULT_PORT).or_else(|_| open(0)).context("cannot listen on any port"),
    }
}

fn answer_all(server: &Server, folder: &Path) {
    while let Ok(request) = server.recv() {
        if let Err(error) = answer(request, folder) {
            // A browser that goes away in the middle of an answer is nothing to stop for.
            eprintln!("    an answer was not delivered: {error:#}");
        }
    }
}

fn answer(request: Request, folder: &Path) -> Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return refuse(request, 405, "only GET and HEAD are answered here\n");
    }
    let found = file_for(folder, request.url()).and_then(|path| Some((File::open(&path).ok()?, path)));
    let Some((file, path)) = found else {
        return refuse(request, 404, "there is no such file here\n");
    };
    let response = Response::from_file(file)
        // With its length, so that a browser can tell a broken download.
        .with_chunked_threshold(usize::MAX)
        .with_header(header("Content-Type", media_type(&path))?)
        // A rebuilt page must be seen at the next reload.
        .with_header(header("Cache-Control", "no-store")?)
        .with_header(header("X-Content-Type-Options", "nosniff")?);
    request.respond(response).context("the connection closed")
}

fn refuse(request: Request, status: u16, text: &str) -> Result<()> {
    let response = Response::from_string(text).with_status_code(status);
    request.respond(response).context("the connection closed")
}

/// The file an address names, if it is one below `folder`; a folder stands for its `index.html`.
fn file_for(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    // Nothing in dist/ needs an escape, and without them no path can be disguised.
    if path.contains(['%', '\\', '\0']) {
        return None;
    }
    let only_names = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    if !only_names {
        return None;
    }
    let mut file = folder.join(path);
    if file.is_dir() {
        file.push("index.html");
    }
    // A link could lead outside even so.
    let file = fs::canonicalize(file).ok()?;
    let folder = fs::canonicalize(folder).ok()?;
    (file.starts_with(folder) && file.is_file()).then_some(file)
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

fn header(name: &str, value: &str) -> Result<Header> {
    Header::from_bytes(name, value).map_err(|()| anyhow!("`{name}: {value}` is not a header"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_below_the_folder_are_found() {
        let base = std::env::temp_dir().join(format!("xtask-serve-{}", std::process::id()));
        let folder = base.join("dist");
        fs::create_dir_all(folder.join("sub")).expect("the folder is ours");
        for name in ["dist/index.html", "dist/page.js", "dist/sub/index.html", "secret"] {
            fs::write(base.join(name), name).expect("the folder is ours");
        }
        std::os::unix::fs::symlink(base.join("secret"), folder.join("link")).expect("the folder is ours");
        let found = |url| {
            let file = file_for(&folder, url)?;
            fs::read_to_string(file).ok()
        };
        let cases = [
            ("/", Some("dist/index.html")),
            ("/?q=1", Some("dist/index.html")),
            ("/page.js", Some("dist/page.js")),
            ("/sub/", Some("dist/sub/index.html")),
            ("/missing.js", None),
            ("/../secret", None),
            ("/sub/../../secret", None),
            ("/%2e%2e/secret", None),
            ("//etc/passwd", None),
            ("/link", None),
        ];
        for (url, expected) in cases {
            assert_eq!(found(url).as_deref(), expected, "{url}");
        }
        fs::remove_dir_all(&base).expect("the folder is ours");
    }

    #[test]
    fn browsers_compile_wasm_only_under_its_own_type() {
        assert_eq!(media_type(Path::new("page_bg.wasm")), "application/wasm");
        assert_eq!(media_type(Path::new("page.js")), "text/javascript; charset=utf-8");
        assert_eq!(media_type(Path::new("unknown")), "application/octet-stream");
    }
}
