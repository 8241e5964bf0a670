//! An inspector, who holds files and the published keys, and asks no server.

use std::process::Command;

use tempfile::TempDir;

use crate::support::app::TestApp;

pub struct Inspector {
    folder: TempDir,
}

impl Inspector {
    /// Somebody who saved the published keys.
    pub async fn with_keys_of(app: &TestApp) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let published = app.anonymous().get("/verification-keys").await;
        assert_eq!(published.status, 200);
        std::fs::write(folder.path().join("keys.json"), &published.text).unwrap();
        Self { folder }
    }

    /// Runs the command on a file: how it ends, and what it says, with plain spaces.
    fn look_at(&self, bytes: &[u8]) -> (Option<i32>, String) {
        let (keys, file) = (self.folder.path().join("keys.json"), self.folder.path().join("document"));
        std::fs::write(&file, bytes).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_carnet"));
        let output = command
            .args(["verify-document", "--keys"])
            .args([&keys, &file])
            .env_clear()
            .output()
            .expect("the command runs");
        let said = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8(said).unwrap().replace('\u{a0}', " "))
    }

    /// What is said of a document that holds.
    #[track_caller]
    pub fn accepts(&self, bytes: &[u8]) -> String {
        let (status, said) = self.look_at(bytes);
        assert_eq!(status, Some(0), "{said}");
        assert!(said.contains("Document authentique et inchangé"), "{said}");
        said
    }

    /// What is said of a document that does not.
    #[track_caller]
    pub fn refuses(&self, bytes: &[u8]) -> String {
        let (status, said) = self.look_at(bytes);
        assert_eq!(status, Some(1), "{said}");
        assert!(said.contains("document refusé / document refused"), "{said}");
        said
    }
}
