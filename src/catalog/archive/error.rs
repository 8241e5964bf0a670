//! Why an archive cannot be read, in words for the administrator who sees the import history.

/// What is wrong with an archive, naming the file and the column or line.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ArchiveError {
    /// Not a zip, a truncated zip, a failed checksum, a file that cannot be opened.
    #[error("L’archive est illisible : {0}.")]
    Unreadable(String),
    /// More bytes than any release of the catalogue needs.
    #[error("{what} dépasse la taille permise de {limit_mib} Mio.")]
    TooLarge {
        /// The archive itself or one of its files.
        what: String,
        /// The limit it passes.
        limit_mib: u64,
    },
    /// More members than any release of the catalogue has.
    #[error("L’archive contient {count} fichiers, plus que les {limit} permis.")]
    TooManyMembers {
        /// How many there are.
        count: usize,
        /// How many are allowed.
        limit: usize,
    },
    /// A file of the official layout is absent.
    #[error("Le fichier « unix_{0}_v4…_utf8.csv » manque dans l’archive.")]
    MissingMember(&'static str),
    /// Two files answer to the same name: which one holds is not ours to guess.
    #[error("Deux fichiers de l’archive répondent au même nom : « {0} » et « {1} ».")]
    AmbiguousMember(String, String),
    /// A file known by a word of its name is absent.
    #[error("L’archive n’a pas de fichier CSV « {0} ».")]
    MissingPart(&'static str),
    /// The bytes are in no encoding the publisher uses.
    #[error("« {0} » n’est ni en UTF-8 ni en ISO-8859-15.")]
    Encoding(String),
    /// A column of the official layout is absent.
    #[error("La colonne « {column} » manque dans « {member} ».")]
    MissingColumn {
        /// The file.
        member: String,
        /// The column.
        column: &'static str,
    },
    /// A line that does not say what its columns promise.
    #[error("« {member} », ligne {line} : {problem}.")]
    Row {
        /// The file.
        member: String,
        /// The line where the record starts, from 1.
        line: u64,
        /// What is wrong with it.
        problem: String,
    },
    /// Neither `version.txt` nor the file names give a version number.
    #[error("Le numéro de version de l’archive est introuvable.")]
    NoVersion,
    /// The names of the files do not tell the day of the export.
    #[error("La date de l’export est introuvable dans le nom « {0} ».")]
    NoDate(String),
}
