//! The page's entry point: mounts the application on the static first screen.

fn main() {
    yew::Renderer::<partnership_risk::App>::new().render();
}
