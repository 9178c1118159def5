//! The command line: text in, a [`Command`] or a sentence about what is wrong out.
//! Nothing is looked up or started here.

use crate::fuzz::USUAL_SECONDS;

/// What `cargo xtask help` prints.
pub const HELP: &str = "\
cargo xtask <command>

  serve [--dev] [--port N]  set up, build for release and serve the page; --dev rebuilds and reloads on change
  test                      set up and do everything CI does
  check                     the fast part of `test`: format, clippy, documentation, host tests
  build                     set up and build dist/
  size                      build, and hold what is loaded against its budgets
  e2e [FILTER]              build, and run the browser journeys whose file or name contains FILTER
  fuzz [SECONDS]            feed every reader with libFuzzer, each for so many seconds
  bench                     time the loss engine on the host and in a browser, and others beside it
  seal                      (run by Trunk) finish the built page: styles, boot script, content security policy
  help                      this text

Variables:
  PARTNERSHIP_RISK_COMPILER=rustup|debian  where the compiler for WebAssembly comes from; by default the first that works
  E2E_BROWSER=chromium|firefox             run the journeys in one browser only
  XDG_CACHE_HOME                           tools are kept in its folder partnership-risk (default ~/.cache)";

/// The port asked for when the command line names none.
pub const DEFAULT_PORT: u16 = 8080;

/// What the person asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Print [`HELP`].
    Help,
    /// Build and serve the page.
    Serve {
        /// Watch the sources, rebuild and reload.
        dev: bool,
        /// The port, or `None` for the default with a free one in its stead.
        port: Option<u16>,
    },
    /// Everything CI does.
    Test,
    /// The fast part of [`Command::Test`].
    Check,
    /// Feed every reader with a fuzzer.
    Fuzz {
        /// For how many seconds each.
        seconds: u64,
    },
    /// Time the loss engine, and others beside it.
    Bench,
    /// Build `dist/`.
    Build,
    /// Build and measure the first load.
    Size,
    /// Build and run journeys in real browsers.
    EndToEnd {
        /// Run only what contains this text.
        filter: Option<String>,
    },
    /// Finish a page Trunk has just built.
    Seal,
}

/// Reads the arguments that follow `cargo xtask`.
///
/// # Errors
/// A sentence naming the argument that was not understood.
pub fn parse(arguments: &[String]) -> Result<Command, String> {
    let (name, rest) = match arguments {
        [] => return Ok(Command::Help),
        [name, rest @ ..] => (name.as_str(), rest),
    };
    match name {
        "serve" => parse_serve(rest),
        "e2e" => parse_e2e(rest),
        "fuzz" => parse_fuzz(rest),
        "test" => nothing_more(rest, Command::Test),
        "check" => nothing_more(rest, Command::Check),
        "build" => nothing_more(rest, Command::Build),
        "size" => nothing_more(rest, Command::Size),
        "bench" => nothing_more(rest, Command::Bench),
        "seal" => nothing_more(rest, Command::Seal),
        "help" | "--help" | "-h" => Ok(Command::Help),
        unknown => Err(format!("there is no command `{unknown}`")),
    }
}

fn parse_serve(rest: &[String]) -> Result<Command, String> {
    let mut dev = false;
    let mut port = None;
    let mut rest = rest.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--dev" => dev = true,
            "--port" => {
                let text = rest.next().ok_or("--port needs a number")?;
                let number = text.parse().map_err(|_| format!("`{text}` is not a port"))?;
                port = Some(number);
            }
            unknown => return Err(format!("`serve` does not know `{unknown}`")),
        }
    }
    Ok(Command::Serve { dev, port })
}

fn parse_e2e(rest: &[String]) -> Result<Command, String> {
    match rest {
        [] => Ok(Command::EndToEnd { filter: None }),
        [filter] => Ok(Command::EndToEnd { filter: Some(filter.clone()) }),
        [_, surplus, ..] => Err(format!("`e2e` takes one filter, so not `{surplus}`")),
    }
}

fn parse_fuzz(rest: &[String]) -> Result<Command, String> {
    match rest {
        [] => Ok(Command::Fuzz { seconds: USUAL_SECONDS }),
        [text] => {
            let seconds = text.parse().map_err(|_| format!("`{text}` is no number of seconds"))?;
            Ok(Command::Fuzz { seconds })
        }
        [_, surplus, ..] => Err(format!("`fuzz` takes one number, so not `{surplus}`")),
    }
}

fn nothing_more(rest: &[String], command: Command) -> Result<Command, String> {
    match rest {
        [] => Ok(command),
        [surplus, ..] => Err(format!("`{surplus}` was not expected")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Result<Command, &str>) {
        let arguments: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        assert_eq!(parse(&arguments), expected.map_err(str::to_owned), "`{line}`");
    }

    #[test]
    fn every_command_line_is_a_command_or_a_sentence() {
        let serve = |dev, port| Ok(Command::Serve { dev, port });
        check("", Ok(Command::Help));
        check("serve", serve(false, None));
        check("serve --dev --port 9000", serve(true, Some(9000)));
        check("serve --port", Err("--port needs a number"));
        check("serve --port 70000", Err("`70000` is not a port"));
        check("serve --open", Err("`serve` does not know `--open`"));
        check("e2e", Ok(Command::EndToEnd { filter: None }));
        check("e2e league", Ok(Command::EndToEnd { filter: Some("league".to_owned()) }));
        check("e2e a b", Err("`e2e` takes one filter, so not `b`"));
        check("fuzz", Ok(Command::Fuzz { seconds: USUAL_SECONDS }));
        check("fuzz 600", Ok(Command::Fuzz { seconds: 600 }));
        check("fuzz long", Err("`long` is no number of seconds"));
        check("test", Ok(Command::Test));
        check("test all", Err("`all` was not expected"));
        check("deploy", Err("there is no command `deploy`"));
    }
}
