//! The operations of a part of the API: how they are routed, and what describes them, which is drawn up only for whoever reads it.
//! Describing all of them takes far longer than everything else a server does when it starts.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::MethodRouter;
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouter};

use crate::platform::state::AppState;

/// One path with its handlers.
pub struct Route {
    /// As the handlers declare it.
    pub path: String,
    /// The handlers.
    pub handlers: MethodRouter<AppState>,
    /// The same with its description.
    pub describe: fn() -> UtoipaMethodRouter<AppState>,
}

/// The operations of a part of the API.
#[derive(Default)]
pub struct Operations {
    router: Router<AppState>,
    described: Vec<fn() -> UtoipaMethodRouter<AppState>>,
}

impl Operations {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a path.
    #[must_use]
    pub fn routes(mut self, route: Route) -> Self {
        self.router = self.router.route(&route.path, route.handlers);
        self.described.push(route.describe);
        self
    }

    /// Adds those of another part.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.described.extend(other.described);
        self
    }

    /// Takes bodies of up to so many bytes in all that were added so far.
    #[must_use]
    pub fn with_body_limit(mut self, bytes: usize) -> Self {
        self.router = self.router.layer(DefaultBodyLimit::max(bytes));
        self
    }

    /// What answers them.
    pub fn into_router(self) -> Router<AppState> {
        self.router
    }

    /// What describes them.
    pub fn describe(self) -> OpenApiRouter<AppState> {
        self.described
            .into_iter()
            .fold(OpenApiRouter::default(), |described, describe| described.routes(describe()))
    }
}

/// One path with the handlers that answer it, all of which `#[utoipa::path]` describes.
macro_rules! routes {
    (@description [$($module:ident)*] $handler:ident) => {
        utoipa_axum::paste! { $($module ::)* [<__path_ $handler>] }
    };
    (@description [$($module:ident)*] $next:ident :: $($rest:ident)::+) => {
        $crate::platform::http::routes!(@description [$($module)* $next] $($rest)::+)
    };
    (@path $($first:ident)::+ $(, $($other:ident)::+)*) => {
        <$crate::platform::http::routes!(@description [] $($first)::+) as utoipa::Path>::path()
    };
    ($($($segment:ident)::+),+ $(,)?) => {{
        let handlers = axum::routing::MethodRouter::new();
        $(
            let handlers = <$crate::platform::http::routes!(@description [] $($segment)::+) as utoipa::Path>::methods()
                .iter()
                .fold(handlers, |handlers, method| {
                    handlers.on(utoipa_axum::PathItemExt::to_method_filter(method), $($segment)::+)
                });
        )+
        $crate::platform::http::operations::Route {
            path: $crate::platform::http::routes!(@path $($($segment)::+),+),
            handlers,
            describe: || utoipa_axum::routes!($($($segment)::+),+),
        }
    }};
}
pub(crate) use routes;
