// What the page says, in both languages.

export type Language = "fr" | "en";

const FRENCH = {
  title: "Vérifier un document",
  lead: "Carnet de compétences, attestation, feuille d’émargement, preuve d’une compétence ou Open Badge\u00a0: cette page dit si le fichier est bien celui qui a été émis.",
  privacy:
    "Tout se passe sur votre appareil. La page ne se connecte à rien, et rien de vos fichiers n’en sort.",
  language: "English",
  filesTitle: "Le fichier",
  files: "Choisissez un ou plusieurs fichiers",
  filesHint: "PDF, JSON, ZIP ou badge (JWT). Vous pouvez aussi les déposer ici.",
  keysTitle: "Les clés de l’émetteur",
  keysNone:
    "Aucune clé. Sans elles, aucune signature ne peut être contrôlée\u00a0: choisissez leur fichier.",
  keysFrom: "Clés publiées par {platform} le {date}\u00a0:",
  keysAdded: "{file}\u00a0: clés ajoutées ({count}).",
  keysRefused: "{file} ne contient aucune clé.",
  listAdded: "{file}\u00a0: liste de statuts prise en compte, du {date}.",
  keysFile: "Ajouter un fichier de clés",
  keysHint:
    "La liste de /api/v1/verification-keys, ou pour un badge d’ailleurs\u00a0: un JWK, un ensemble de JWK, un document DID.",
  keysTrust:
    "Un contrôle vaut ce que valent ses clés\u00a0: prenez-les auprès de l’émetteur, pas de la personne qui vous remet le fichier.",
  results: "Résultats",
  working: "Contrôle en cours…",
  done: "Fichiers contrôlés\u00a0: {count}. Refusés\u00a0: {bad}.",
  held: "Authentique",
  refused: "Refusé",
  checked: "Ce qui a été contrôlé",
  unchecked: "Ce qui ne peut pas être contrôlé sans connexion",
  faults: "Ce qui ne va pas",
  unread: "Le fichier ne peut pas être lu.",
  save: "Pour garder cette page et vous en servir sans connexion, enregistrez-la.",
};

export type Texts = typeof FRENCH;

const ENGLISH: Texts = {
  title: "Check a document",
  lead: "Passport, certificate, attendance sheet, proof of one skill or Open Badge: this page tells whether the file is the one that was issued.",
  privacy:
    "Everything happens on your device. The page connects to nothing, and nothing of your files leaves it.",
  language: "Français",
  filesTitle: "The file",
  files: "Choose one or several files",
  filesHint: "PDF, JSON, ZIP or badge (JWT). You may also drop them here.",
  keysTitle: "The keys of the issuer",
  keysNone: "No keys. Without them no signature can be checked: choose their file.",
  keysFrom: "Keys published by {platform} on {date}:",
  keysAdded: "{file}: keys added ({count}).",
  keysRefused: "{file} holds no key.",
  listAdded: "{file}: status list taken into account, of {date}.",
  keysFile: "Add a file of keys",
  keysHint:
    "The list of /api/v1/verification-keys, or for a badge from elsewhere: a JWK, a set of JWK, a DID document.",
  keysTrust:
    "A check is worth what its keys are worth: take them from the issuer, not from whoever hands you the file.",
  results: "Results",
  working: "Checking…",
  done: "Files checked: {count}. Refused: {bad}.",
  held: "Authentic",
  refused: "Refused",
  checked: "What was checked",
  unchecked: "What cannot be checked offline",
  faults: "What is wrong",
  unread: "The file cannot be read.",
  save: "To keep this page and use it offline, save it.",
};

export const TEXTS: Record<Language, Texts> = { fr: FRENCH, en: ENGLISH };

/** A sentence with its blanks filled in. */
export const filled = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
