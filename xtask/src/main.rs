//! `cargo xtask ...`: sets the machine up, builds the page, serves it and tests it.
//!
//! This file only turns the command line into a list of steps. What a step does lives in the module
//! named after it; how a step is announced, timed and explained when it fails lives in [`steps`].

mod bare;
mod bench;
mod browsers;
mod cache;
mod checks;
mod command_line;
mod compiler;
mod e2e;
mod fingerprint;
mod fuzz;
mod lock;
mod packages;
mod parts;
mod process;
mod programs;
mod seal;
mod serve;
mod site;
mod size;
mod steps;
mod tools;
mod workspace;

use std::process::ExitCode;

use command_line::Command;
use parts::StandIn;
use steps::Steps;

fn main() -> ExitCode {
    let mut arguments = std::env::args();
    let name = arguments.next().unwrap_or_default();
    let arguments: Vec<String> = arguments.collect();
    if let Some(tool) = StandIn::named(&name) {
        return ended(tool.run(&arguments));
    }
    let command = match command_line::parse(&arguments) {
        Ok(command) => command,
        Err(problem) => {
            eprintln!("{problem}\n\n{}", command_line::HELP);
            return ExitCode::from(2);
        }
    };
    ended(run(command))
}

fn ended(outcome: anyhow::Result<()>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nfailed: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> anyhow::Result<()> {
    let mut steps = Steps::new();
    match command {
        Command::Help => println!("{}", command_line::HELP),
        Command::Serve { dev: false, port } => {
            let site = site::prepare(&mut steps)?;
            site.build(&mut steps)?;
            serve::serve(&workspace::dist(), port)?;
        }
        Command::Serve { dev: true, port } => site::prepare(&mut steps)?.watch(port)?,
        Command::Build => site::prepare(&mut steps)?.build(&mut steps)?,
        Command::Size => {
            site::prepare(&mut steps)?.build(&mut steps)?;
            size::check(&mut steps)?;
        }
        Command::Bench => bench::run(&mut steps)?,
        Command::Fuzz { seconds } => fuzz::run(&mut steps, seconds)?,
        Command::Check => checks::run(&mut steps)?,
        Command::EndToEnd { filter } => {
            site::prepare(&mut steps)?.build(&mut steps)?;
            e2e::prepare(&mut steps)?;
            e2e::journeys(&mut steps, filter.as_deref())?;
        }
        Command::Test => test(&mut steps)?,
        Command::Seal => seal::seal_staged()?,
    }
    Ok(())
}

/// Everything CI does, cheap checks first, so that a slip is reported in seconds and not in minutes.
fn test(steps: &mut Steps) -> anyhow::Result<()> {
    checks::run(steps)?;
    fuzz::run(steps, fuzz::USUAL_SECONDS)?;
    let site = site::prepare(steps)?;
    site.build(steps)?;
    size::check(steps)?;
    e2e::prepare(steps)?;
    e2e::in_browser_tests(steps, &site)?;
    e2e::all_journeys(steps)?;
    steps.print_summary();
    Ok(())
}
