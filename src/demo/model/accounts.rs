//! The six accounts a visitor of the demonstration can sign in to. Their password is public.

use super::organisations;

/// The password of every demo account.
pub const PASSWORD: &str = "demo-carnet-2026";

/// One demo account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account {
    /// Address to sign in with.
    pub email: &'static str,
    /// First name.
    pub first_name: &'static str,
    /// Last name.
    pub last_name: &'static str,
    /// What it may do.
    pub role: Role,
    /// What it is for, in the words shown beside the address.
    pub purpose: &'static str,
}

/// What a demo account may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Searches profiles for a company that was verified.
    Recruiter(&'static Employer),
    /// Waits for the review of the company.
    Applicant(&'static Employer),
    /// Works for the first demo organisation, in this role.
    Staff(&'static str),
    /// Was trained by the first demo organisation.
    Trainee,
    /// Runs the platform.
    Platform,
}

/// An invented company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Employer {
    /// Its rank among the numbers that no company bears.
    rank: u32,
    /// Its name.
    pub name: &'static str,
    /// Its address.
    pub address: &'static str,
}

impl Employer {
    /// Its establishment number: right check digits, attributed to nobody.
    pub fn siret(&self) -> String {
        organisations::siret(self.rank, 1)
    }
}

const VERIFIED: Employer =
    Employer { rank: 1, name: "Manufacture Beaurivage", address: "12 quai des Tanneurs, 99999 Beaurivage" };
const WAITING: Employer =
    Employer { rank: 2, name: "Transports Montclair", address: "4 rue du Relais, 99998 Montclair" };

/// Every demo account.
pub const ACCOUNTS: [Account; 6] = [
    Account {
        email: "recruiter@demo.test",
        first_name: "Claire",
        last_name: "Vasseur",
        role: Role::Recruiter(&VERIFIED),
        purpose: "recruteuse d’une entreprise vérifiée : cherche des profils",
    },
    Account {
        email: "unverified@demo.test",
        first_name: "Hugo",
        last_name: "Le Tallec",
        role: Role::Applicant(&WAITING),
        purpose: "recruteur dont l’entreprise attend d’être vérifiée",
    },
    Account {
        email: "orgadmin@demo.test",
        first_name: "Nadia",
        last_name: "Belkacem",
        role: Role::Staff("admin"),
        purpose: "administratrice d’un organisme de formation",
    },
    Account {
        email: "trainer@demo.test",
        first_name: "Jean-Baptiste",
        last_name: "d’Aubigny",
        role: Role::Staff("trainer"),
        purpose: "formateur : valide des compétences",
    },
    Account {
        email: "trainee@demo.test",
        first_name: "Inès",
        last_name: "Diarra",
        role: Role::Trainee,
        purpose: "stagiaire : a un carnet, encore invisible des recruteurs",
    },
    Account {
        email: "platform@demo.test",
        first_name: "Paul",
        last_name: "Œuvrard",
        role: Role::Platform,
        purpose: "administrateur de la plateforme : vérifie les entreprises",
    },
];
