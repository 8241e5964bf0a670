//! The server's settings: durable, on its socket only, quiet about people.

use std::path::Path;

/// Settings every cluster runs with; given on the command line, so they always match this program.
const SETTINGS: &[&str] = &[
    // Reached through the socket only: nothing on the network, whatever the configuration file says.
    "listen_addresses=",
    "port=5432",
    "unix_socket_permissions=0700",
    // A commit that was acknowledged survives a power cut.
    "fsync=on",
    "full_page_writes=on",
    "synchronous_commit=on",
    // Sized for a machine that the application shares.
    "max_connections=200",
    "shared_buffers=256MB",
    "effective_cache_size=1GB",
    "work_mem=16MB",
    "maintenance_work_mem=256MB",
    "max_wal_size=2GB",
    "wal_compression=on",
    "random_page_cost=1.1",
    // Short queries never earn back the time of compiling them.
    "jit=off",
    "timezone=UTC",
    "log_timezone=UTC",
    // Files of limited size; values and error details may name people, so they stay out.
    "logging_collector=on",
    "log_directory=log",
    "log_filename=postgres-%Y%m%d-%H%M%S.log",
    "log_rotation_size=10MB",
    "log_rotation_age=7d",
    "log_min_duration_statement=1s",
    "log_parameter_max_length=0",
    "log_parameter_max_length_on_error=0",
    "log_error_verbosity=terse",
];

/// Lists the server's arguments: `-c name=value` for each setting.
pub fn arguments(sockets: &Path) -> Vec<String> {
    SETTINGS
        .iter()
        .map(|setting| (*setting).to_owned())
        .chain([format!("unix_socket_directories={}", quoted(sockets))])
        .flat_map(|setting| ["-c".to_owned(), setting])
        .collect()
}

/// Quotes one entry of a list, in which commas and spaces would separate.
fn quoted(path: &Path) -> String {
    format!("\"{}\"", path.to_string_lossy().replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_socket_folder_with_spaces_and_commas_is_one_entry() {
        let arguments = arguments(Path::new("/a b, \"c\""));
        assert_eq!(arguments.last().map(String::as_str), Some("unix_socket_directories=\"/a b, \"\"c\"\"\""));
    }
}
