// Generated from openapi.json by `npm run api`. Do not edit.

export interface paths {
    "/api/v1/admin/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells how far the catalogue is and how it is kept up to date. */
        get: operations["get_catalog_sync"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/catalog-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the attempts to bring the catalogue up to date, latest first. */
        get: operations["list_catalog_imports"];
        put?: never;
        /**
         * Has the publishers asked now: for the archive, with an account the API, then the certifications.
         * @description What comes of it is in the history; one at a time.
         */
        post: operations["start_catalog_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/catalog-imports/{import_id}/effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells what an import means for trainings, own skills, grids, saved searches and people. */
        get: operations["get_catalog_effect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/catalog-imports/{import_id}/grids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the grids an import touches, by organisation and name. */
        get: operations["list_touched_grids"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/index": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells the state of this node's search index. */
        get: operations["get_index_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/index/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has this node's index built anew, beside the one that is served. One at a time. */
        post: operations["rebuild_index"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists every organisation by name. */
        get: operations["list_organisations"];
        put?: never;
        /** Creates an organisation and invites its first admin. */
        post: operations["create_organisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/organisations/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a suspended organisation work again. */
        post: operations["reinstate_organisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/organisations/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suspends an organisation: its members read, nothing is written. */
        post: operations["suspend_organisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/organisations/{id}/withdraw-siret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a SIRET away from an organisation that declared it without right.
         * @description Its identity is declared no more, and it cannot declare this SIRET again until that is allowed; its admins are told why.
         *     Validations keep what they bear.
         */
        post: operations["withdraw_organisation_siret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/organisations/{id}/withdrawn-sirets/{siret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Lets an organisation declare again a SIRET that was taken from it. */
        delete: operations["allow_organisation_siret"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/recruiters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recruiter accounts, longest waiting first. */
        get: operations["list_recruiters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/recruiters/{id}/grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens the search, and may accept the domain of the confirmed address for the whole company. */
        post: operations["grant_recruiter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/recruiters/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turns the request down; the person may leave and ask again. */
        post: operations["refuse_recruiter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/recruiters/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens the search again, if the establishment is active. */
        post: operations["reinstate_recruiter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/recruiters/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes the search at once. */
        post: operations["suspend_recruiter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance-links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows the slot that a personal link is for, as long as it is signed. Nothing is signed by looking, and nothing is told
         *     of why its holder was away: whoever has the address sees this.
         */
        get: operations["get_signature_link"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance-links/{token}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs a half-day with a personal link, within the same window as everybody. Whoever signs is there, and late after the
         *     first ten minutes and until half an hour before the end of the half-day, unless the roll says otherwise.
         */
        post: operations["sign_by_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets another password; every other device must sign in again. */
        post: operations["change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/confirm-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms the address. The same link opened twice is fine. */
        post: operations["confirm_email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in. */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs this device out. Done even when the access token has run out. */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs every device out, this one too. */
        post: operations["logout_everywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchanges the refresh cookie for the next pair of tokens. */
        post: operations["refresh_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Creates an account. The answer is the same when the address has one: its owner gets a mail saying so. */
        post: operations["register_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/request-password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a link to choose another password, if the address has an account. The answer does not say. */
        post: operations["request_password_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/resend-confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends the confirmation mail again, if the address waits for one. The answer does not say. */
        post: operations["resend_confirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets another password with a mailed token; every device must sign in again. */
        post: operations["reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/badge-issuers/{organisation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The profile of an organisation that badges name as their issuer, in the words of Open Badges 3.0. One of which no badge
         *     was ever made is answered with 404.
         */
        get: operations["get_badge_issuer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a calendar by its secret address, as iCalendar. Nobody need be signed in: calendar programs cannot. */
        get: operations["read_calendar_feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/certifications/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a certification by its number, active or not. */
        get: operations["get_certification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the letters and their professional domains. */
        get: operations["list_domains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/domains/{code}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the active jobs of a professional domain, by code. */
        get: operations["list_domain_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Finds jobs by code, title or any of their names: blind to accents, case and gender, with one typo from five letters. */
        get: operations["search_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/jobs/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a job sheet by its code, retired ones included. */
        get: operations["get_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells which release of the catalogue is in place, and the notice its licence asks for. */
        get: operations["get_release"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Finds skills and knowledge items by code or name, as `search_jobs` finds jobs. */
        get: operations["search_skills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/skills/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a skill or knowledge item by its code, retired ones included. */
        get: operations["get_skill"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalog/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proposes jobs and skills of the release in place for a title and a description. */
        post: operations["suggest_from_text"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks to recruit for an establishment. The register is asked first; when it cannot answer, the request waits. */
        post: operations["create_company"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says whether a certificate is valid or was replaced. An unknown code is answered with 404. */
        get: operations["check_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experience-reviewers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Finds organisations to put an experience before, twenty at most, by name. */
        get: operations["list_experience_reviewers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/file-links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hands out a file to whoever has its address, while that holds: the answers of operations that use files name such
         *     addresses. Takes `Range`.
         */
        get: operations["open_file_link"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/file-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says which files are taken, for which purpose, and how large they may be. */
        get: operations["get_file_rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I. */
        get: operations["get_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes one's name. */
        patch: operations["update_me"];
        trace?: never;
    };
    "/api/v1/me/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists one's own attendance, session by session, the latest first: each mark as soon as it is written. */
        get: operations["list_my_attendance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/attendance/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads a file that proves one's own reason of absence, or one's own attendance. */
        get: operations["get_my_attendance_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/attendance/qr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Marks one's own presence with the code shown in the room, and signs with it; or, leaving, notes when.
         * @description Whoever scans after the first ten minutes is noted late, unless the roll says otherwise, until half an hour before the
         *     end of the half-day: many sign as they leave. A scan that comes too early is
         *     refused and leaves nothing: it works once the half-day has begun. Twice does no harm.
         */
        post: operations["scan_attendance_qr"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/attendance/sessions/{session_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exports one's own sheet of a session: nobody else's rows are in it. */
        get: operations["export_my_attendance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/attendance/slots/{slot_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a slot of one's own as it is now: what is said of one, from when to when one signs, and from when to when that is
         *     late.
         */
        get: operations["get_my_attendance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/attendance/slots/{slot_id}/contests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Contests one's own mark on a sealed sheet, within seven days of its closing or of its last rectification. */
        post: operations["contest_mark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/attendance/slots/{slot_id}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs a half-day with one's own account: drawn, or with the password given once more. Whoever signs is there, and late
         *     after the first ten minutes and until half an hour before the end of the half-day, unless the roll says otherwise.
         */
        post: operations["sign_my_attendance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/blocked-companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the companies the person hides from, latest first. */
        get: operations["list_blocked_companies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/blocked-companies/{siren}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Hides from a company. In force before the answer. */
        put: operations["block_company"];
        post?: never;
        /** Stops hiding from a company. */
        delete: operations["unblock_company"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the slots one trains at or takes part in, of every organisation, by time: whole days in Paris, cancelled slots too. */
        get: operations["list_my_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/calendar-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells whether one has a calendar address. */
        get: operations["get_calendar_feed"];
        put?: never;
        /** Gives out a calendar address. One given out before is unknown from then on. */
        post: operations["create_calendar_feed"];
        /** Withdraws one's calendar address: it is unknown from then on. */
        delete: operations["delete_calendar_feed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists one's own certificates, the oldest first. */
        get: operations["list_my_certificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/certificates/{certificate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads one's own certificate. */
        get: operations["get_my_certificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The company the caller recruits for, and where their account stands. */
        get: operations["get_my_company"];
        put?: never;
        post?: never;
        /** Gives up recruiting for the company; another request may follow. Refused while staff suspends the account. */
        delete: operations["leave_company"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/company/email-proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a code to a professional address. */
        post: operations["request_email_proof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/company/email-proof/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms the address by its code. At a domain already accepted for the company, the search opens at once. */
        post: operations["confirm_email_proof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/company/review-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks staff to look at the request, with a message. */
        post: operations["request_company_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the person's consents, newest first. */
        get: operations["list_consents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/experiences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists one's own experiences, newest first, with everything that hangs on each. */
        get: operations["list_my_experiences"];
        put?: never;
        /** Begins an experience: a draft, which counts nowhere. */
        post: operations["create_experience"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/experiences/{experience_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows one of one's own experiences. */
        get: operations["get_experience"];
        /**
         * Replaces what an experience says. Refused while an organisation looks at it, and once one put its name to it.
         * @description What is no longer said has left the search before the answer.
         */
        put: operations["update_experience"];
        post?: never;
        /** Deletes a draft, with its files, or what an organisation proposed. */
        delete: operations["delete_experience"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/experiences/{experience_id}/declare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declares an experience: it is in the passport, and what it claims counts as said by the person. One that an organisation
         *     proposed is thereby accepted, and the person's own from then on.
         */
        post: operations["declare_experience"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/experiences/{experience_id}/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a proof, ten at most: one's own file, sent before. The same file again is kept once; in the same experience, the
         *     answer (200) is what was there.
         */
        post: operations["add_experience_proof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/experiences/{experience_id}/proofs/{proof_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Removes a proof, whatever became of the experience: its bytes go, the masked copy too, and its fingerprint stays where
         *     somebody was shown it.
         */
        delete: operations["remove_experience_proof"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/experiences/{experience_id}/proofs/{proof_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads a proof of one's own: the file, or what others see of it. Not before the antivirus has spoken. */
        get: operations["get_experience_proof_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/experiences/{experience_id}/proofs/{proof_id}/zones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Masks zones of a proof: a copy is made in which what they cover does not exist, and others see nothing but that copy. A
         *     picture becomes a JPEG; of a PDF, pages become pictures. Until the copy is there (`mask`: `ready`), others see nothing.
         */
        put: operations["mask_experience_proof"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/experiences/{experience_id}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists who opened the proofs of one's own experience, newest first. */
        get: operations["list_proof_readings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/experiences/{experience_id}/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts a declared experience before an organisation: its admins see it, and what is shown of its proofs, until the person
         *     takes it back. Several organisations may have it at once, each in a state of its own.
         */
        post: operations["submit_experience"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/experiences/{experience_id}/submissions/{submission_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads the document that an organisation attached to its decision. */
        get: operations["get_experience_decision_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/experiences/{experience_id}/submissions/{submission_id}/resubmit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends an experience back to the organisation that asked for more. */
        post: operations["resubmit_experience"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/experiences/{experience_id}/submissions/{submission_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an experience back from one organisation before it decided: it sees nothing of it any more. */
        post: operations["withdraw_submission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/experiences/{experience_id}/visibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Shows a declared experience in the search, or hides it: hidden, it has left the search before the answer. */
        put: operations["set_experience_visibility"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/experiences/{experience_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes an experience back, for good: submissions that are not decided go with it, nobody opens its proofs any more, and
         *     what it claims has left the search before the answer. What organisations attested stays: it is their word.
         */
        post: operations["withdraw_experience"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the files one sent that nothing uses yet, newest first. Each goes a day after it was sent. */
        get: operations["list_my_files"];
        put?: never;
        /** Sends a file in one's own name. It is staged: a request that names its `id` takes it into use within a day. */
        post: operations["upload_my_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a file one sent, in use or not; e.g. what the antivirus says. */
        get: operations["get_my_file"];
        put?: never;
        post?: never;
        /** Takes back a file that nothing uses. */
        delete: operations["discard_my_file"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the organisations one belongs to. */
        get: operations["list_my_organisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passport/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Proves that one skill is validated, at a level or a higher one, without saying anything of the rest of the passport: neither
         *     the level that was reached, nor by whom, nor what else there is.
         * @description 422 `not_validated` at `/skill` or `/at_least` where it is not so. The answer is the file to hand on, byte for byte.
         */
        post: operations["create_passport_disclosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passport/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened in one's own passport, newest first: entries and their ends, what one declares, replies and answers. */
        get: operations["list_my_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passport/entries/{entry_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An entry of one's own passport, with its proof. */
        get: operations["get_my_entry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passport/entries/{entry_id}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answers an entry of one's own passport. The text is shown wherever the entry is; those who run the organisation are told,
         *     and answer within its delay. One reply at a time waits for its answer.
         */
        post: operations["reply_to_entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passport/evidence/{evidence_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says who sees what an entry of one's own passport rests on. It changes nothing of the entry. */
        put: operations["update_my_evidence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passport/evidence/{evidence_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads a file that an entry of one's own passport rests on. */
        get: operations["get_my_evidence_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passport/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own exports, newest first, those whose file is gone included. */
        get: operations["list_passport_exports"];
        put?: never;
        /**
         * Asks for an export of one's passport. A job writes it; a mail, without content, tells when it is ready.
         * @description 409 `too_many_exports` with three under way, or twenty in a day.
         */
        post: operations["create_passport_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passport/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One export, and how far it is. */
        get: operations["get_passport_export"];
        put?: never;
        post?: never;
        /** Gives an export up: what waits is not written, what is ready is erased at once. */
        delete: operations["delete_passport_export"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passport/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fetches the file of an export, whole or in parts (`Range`).
         * @description 409 `export_not_ready` while it is written, 410 `export_erased` a day after it was ready.
         */
        get: operations["get_passport_export_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passport/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one imported, the oldest first. */
        get: operations["list_passport_imports"];
        put?: never;
        /**
         * Imports what another platform signed: the JSON, PDF or ZIP of a passport, or an Open Badge 3.0 (JWT). Signature, chain and
         *     hashes are checked; it is shown as attested from outside and counts in no search. The file itself is not kept.
         * @description 422 at the whole body, one fault each: `unreadable`, `unknown_key` (the operator trusts no platform of this key),
         *     `own_document`, `other_holder`, or what does not hold (`seal`, `chain`, `file`…). Nothing is changed then.
         */
        post: operations["import_passport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passport/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes something imported. */
        delete: operations["delete_passport_import"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passport/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that left the passport: when, to whom, what of it; newest first. */
        get: operations["list_passport_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passport/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The map of one's skills, by label. */
        get: operations["get_my_skill_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passport/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's links, newest first, those that are over included. */
        get: operations["list_passport_shares"];
        put?: never;
        /**
         * Gives out a link that shows one's passport, or a part of it, to somebody by name. Writing it is the consent, and its receipt
         *     is kept.
         * @description 409 `too_many_shares` with fifty in force.
         */
        post: operations["create_passport_share"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passport/shares/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a link back: from the answer on it shows nothing to anybody. Taking it back twice changes nothing. */
        post: operations["revoke_passport_share"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/profile-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the person exactly what a recruiter sees of them. */
        get: operations["preview_my_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/quiz-attempts/{attempt_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one's own attempt, on whatever device: what it asks and what was saved while it runs, its result once published. What is
         *     right is never in it before its moment.
         */
        get: operations["get_my_quiz_attempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/quiz-attempts/{attempt_id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Saves answers of one's own attempt while it runs, until thirty seconds after its deadline. Of two writes of an answer the one
         *     that counts higher stays, whichever arrives last.
         */
        put: operations["save_quiz_answers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/quiz-attempts/{attempt_id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads one's own attempt as one may see it now, to be kept. */
        get: operations["export_my_quiz_attempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/quiz-attempts/{attempt_id}/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads an image that one's own attempt shows, or a file that one answered with. */
        get: operations["get_my_quiz_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/quiz-attempts/{attempt_id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hands in one's own attempt, with the last answers. Sent again, it answers the same; the clock may have been faster. */
        post: operations["submit_quiz_attempt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/quizzes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the quizzes of the sessions in which one takes part, those that close first before the others, on one page. */
        get: operations["list_my_quizzes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/quizzes/{quiz_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows what to know of a quiz before one begins: purpose, duration, who reads the answers, how long they are kept; and one's own
         *     attempts.
         */
        get: operations["get_my_quiz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/quizzes/{quiz_id}/adjustment-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Asks those who train for more time at a quiz, or takes the request back. Why is not asked. */
        put: operations["request_quiz_adjustment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/quizzes/{quiz_id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins a quiz of a session in which one takes part: what it asks is drawn now, and the server's clock runs from now. The
         *     attempt that runs already is given back as it is (200).
         */
        post: operations["start_quiz_attempt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/quizzes/{quiz_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Steps back from a quiz: from the attempt that runs, whose answers are erased, or before one has begun. It counts as one
         *     attempt.
         */
        post: operations["withdraw_from_quiz"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/saved-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the searches the recruiter keeps, by name. */
        get: operations["list_saved_searches"];
        put?: never;
        /**
         * Keeps a search under a name; a hundred at most.
         * @description Each code is kept with its name of today. A code that left the catalogue is refused: what is saved can be run.
         */
        post: operations["create_saved_search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/saved-searches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives one search the recruiter keeps. */
        get: operations["get_saved_search"];
        put?: never;
        post?: never;
        /** Deletes a saved search. */
        delete: operations["delete_saved_search"];
        options?: never;
        head?: never;
        /**
         * Renames a saved search, writes anew what it asks, or both.
         * @description A new name leaves every code as it was saved. A search that is sent replaces the saved one whole and takes today's
         *     names: that is how its owner decides about a code that was retired or given to something else.
         */
        patch: operations["update_saved_search"];
        trace?: never;
    };
    "/api/v1/me/saved-searches/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Runs a saved search, as `POST /profile-search` would run what it asks today.
         * @description Codes that were replaced are followed, and `changes` says so. While one of them waits for a decision the search is
         *     refused, by pointer into the `search` that `GET` shows: nothing is left out in silence.
         */
        post: operations["run_saved_search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/session-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what waits at one's address, newest first, on one page. */
        get: operations["list_my_session_invitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/session-invitations/{enrolment_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accepts: one's account is joined to the participation, with everything that was marked so far, and one becomes a trainee of
         *     the organisation. Whoever trains in the session does not take part in it.
         */
        post: operations["accept_session_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/session-invitations/{enrolment_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declines: the seat goes to the one who has waited longest. What the organisation registered itself cannot be declined here. */
        post: operations["decline_session_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the announced sessions in which one takes part or trains, the last to start first, on one page. */
        get: operations["list_my_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a session in which one takes part, or took part. Those who only train in it read it among the organisation's sessions. */
        get: operations["get_my_session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{session_id}/convocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Draws one's own convocation to a session in which one takes part. */
        get: operations["get_my_convocation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{session_id}/resources/{resource_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads the file of a resource of a session in which one takes part, from the moment it is visible. */
        get: operations["get_my_resource_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{session_id}/resources/{resource_id}/file-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives an address under which a browser fetches that file by itself, for half an hour. */
        get: operations["get_my_resource_file_link"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every skill of the caller's passport: what they declare, what was validated, and what counts in the search.
         * @description Whichever names are asked for, each entry bears those it was written with and its release, and each skill what the
         *     catalogue of today says otherwise.
         */
        get: operations["list_my_skills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/skills/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Declares a skill, or changes the level declared. A skill that left the catalogue cannot be newly declared. */
        put: operations["declare_skill"];
        post?: never;
        /** Withdraws a declaration. Validations stay: they are the organisations' word. */
        delete: operations["withdraw_skill"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draws a secret for an authenticator; nothing changes until a first code proves it. */
        post: operations["start_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches the second factor on with a first code. */
        post: operations["confirm_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches the second factor off. */
        post: operations["disable_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/validations/{validation_id}/badge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Writes one of one's own validations that stand as an Open Badge 3.0: a credential secured as a JWT.
         * @description 409 `badge_not_awarded` where the entry does not stand, or says that the skill is not acquired.
         */
        post: operations["create_badge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/visibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells whether recruiters may find the person. */
        get: operations["get_visibility"];
        /** Switches visibility on or off. A withdrawal is in force before the answer. */
        put: operations["set_visibility"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation-invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Joins the organisation that sent the token, signed in with the address it was sent to. */
        post: operations["accept_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows an organisation to its members. */
        get: operations["get_organisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/attendance-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows when people are told of low attendance. */
        get: operations["get_attendance_settings"];
        /** Says when people are told of low attendance, and who. */
        put: operations["update_attendance_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the slots of an organisation by time, those of drafts too. A trainer sees those they train at. */
        get: operations["list_organisation_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/catalog-alignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells how well the organisation was aligned with each release, newest first: its trainings in use, its own skills, the
         *     validations it recorded.
         */
        get: operations["list_catalog_alignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/catalog-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what new releases say otherwise than the organisation's trainings, newest first. */
        get: operations["list_catalog_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/catalog-notices/{notice_id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decides what becomes of a line, once.
         * @description Kept, it stays as it is. Accepted, what is being written of the training says what the release says: the new name, the
         *     code that means the same today, or nothing when there is none; it counts once it is published. What was validated stays.
         */
        post: operations["decide_catalog_notice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the organisation's courses by title. */
        get: operations["list_courses"];
        put?: never;
        /** Writes a new course. */
        post: operations["create_course"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/courses/{course_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Writes a course anew. Revisions that were published keep what it said then. */
        put: operations["update_course"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/courses/{course_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a course away: trainings that use it keep it, no other takes it. */
        post: operations["archive_course"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/courses/{course_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an archived course back into use. */
        post: operations["restore_course"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/experience-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Proposes experiences to trainees of the organisation, from one table, all of them or none. Each is seen by its person
         *     alone, who declares it, or deletes it; until then it counts nowhere.
         */
        post: operations["propose_experiences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/experience-submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the experiences put before the organisation, what waits longest first. Their persons' words, not their proofs. */
        get: operations["list_experience_submissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/experience-submissions/{submission_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows an experience put before the organisation, with its proofs, what was asked and what was decided. */
        get: operations["get_experience_submission"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/experience-submissions/{submission_id}/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for more: it goes back to the person, and comes back to whoever looked at it once they sent it again. */
        post: operations["ask_complement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/experience-submissions/{submission_id}/assignee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Gives a submission to an admin of the organisation, who is reminded of it alone. */
        put: operations["assign_experience_submission"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/experience-submissions/{submission_id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attests skills of an experience: each becomes a validation of the passport, by the organisation's grid, in the same
         *     transaction. `validated` when every claim is attested as it is, `completed` otherwise. The person's words stay as they
         *     are.
         */
        post: operations["decide_experience"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/experience-submissions/{submission_id}/proofs/{proof_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Downloads a proof of an experience put before the organisation: the masked copy where zones are masked, and never then
         *     the file itself. Each opening is written down, and the person reads who opened what.
         */
        get: operations["get_submitted_proof_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/experience-submissions/{submission_id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuses an experience, with a reason and in words: nothing is attested. It stays declared by its person. */
        post: operations["refuse_experience"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a file in the name of an organisation. It is staged: a request that names its `id` takes it into use within a day. */
        post: operations["upload_organisation_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/grids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the organisation's grids, each in its newest version. */
        get: operations["list_grids"];
        put?: never;
        /** Writes a grid. */
        post: operations["create_grid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/grids/{grid_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Writes the next version of a grid. Validations made on earlier versions keep them. The same content again changes nothing. */
        put: operations["update_grid"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the identity of an organisation to those who run it, and to the platform. */
        get: operations["get_organisation_identity"];
        /**
         * Writes the identity of an organisation anew, and has the registers asked about it.
         * @description Registers that are away refuse nothing: what is declared stays unverified until they answer. A SIRET that another
         *     organisation bears is refused (`siret_taken`), and so is one that the platform took from this one (`siret_withdrawn`).
         */
        put: operations["update_organisation_identity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invites somebody by mail. A second invitation of the same address replaces the first. */
        post: operations["create_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the members by name; a trainer sees the trainees. */
        get: operations["list_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/members/{person_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a member, or leaves. */
        delete: operations["remove_member"];
        options?: never;
        head?: never;
        /** Gives a member another role. */
        patch: operations["update_member"];
        trace?: never;
    };
    "/api/v1/organisations/{id}/own-skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the organisation's own skills by name. */
        get: operations["list_own_skills"];
        put?: never;
        /** Writes a new own skill. */
        post: operations["create_own_skill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/own-skills/{own_skill_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Writes an own skill anew. Revisions that were published keep the name it had then. */
        put: operations["update_own_skill"];
        post?: never;
        /** Deletes an own skill that no training names. */
        delete: operations["delete_own_skill"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/own-skills/{own_skill_id}/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps an own skill apart from the catalogue: nothing is proposed for it any more. */
        post: operations["keep_own_skill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/own-skills/{own_skill_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Accepts a match: the own skill is this skill of the catalogue. */
        put: operations["link_own_skill"];
        post?: never;
        /** Takes a decision back: matches are proposed again, but for those that were refused. */
        delete: operations["unlink_own_skill"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/own-skills/{own_skill_id}/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Proposes the skills of the catalogue that an own skill may be, best first: five at most, none that was refused, and
         *     none at all once it is linked or kept apart.
         */
        get: operations["list_own_skill_matches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/own-skills/{own_skill_id}/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuses a match with a reason: this pair is never proposed again. */
        post: operations["refuse_own_skill_match"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/passport-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows how the organisation reads its levels, validates and answers. */
        get: operations["get_passport_settings"];
        /** Says how the organisation reads its levels, validates and answers. What is written stays as it is, and so does the search. */
        put: operations["update_passport_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/people/{person_id}/passport": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the organisation itself wrote in a person's passport, newest first, with what the person answered. Nothing of what
         *     others wrote, and nothing of what the person declares. For those who run it, and the trainers of the person.
         */
        get: operations["list_person_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/question-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Downloads the newest versions of questions in use, the last written first: all of them, or those that fit. What was exported comes
         *     back through the import as it was, 500 at a time; images stay in the bank, and are named. 5,000 questions at most.
         */
        get: operations["export_questions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/question-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads a file of questions and shows what it would write, question by question, with the line and the column of each fault;
         *     nothing is written yet. The body is the file, of 500 questions and 4 MiB at most: GIFT, or CSV with `;`, `,` or tabulations, in
         *     UTF-8, UTF-16 or Windows-1252. Columns are recognised by their headings, those that the export writes.
         */
        post: operations["create_question_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/question-imports/{import_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Writes the questions of a file, exactly as they were shown, all or none. When the bank or the catalogue changed such that
         *     something else would happen now, that is refused with `stale`, and `current` shows it: confirm again. Twice does nothing more.
         */
        post: operations["confirm_question_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/question-tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the tags of the organisation's questions in use, by name, on one page of a thousand at most. */
        get: operations["list_question_tags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the organisation's questions, the last written first. */
        get: operations["list_questions"];
        put?: never;
        /** Writes a new question. */
        post: operations["create_question"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/questions/{question_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a question, with what its newest version says. */
        get: operations["get_question"];
        /**
         * Writes a question anew: its next version.
         * @description Quizzes that were published, and attempts, stay on the version they have. A choice that names its `id` stays the same
         *     choice. What says the same as before writes nothing.
         */
        put: operations["update_question"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/questions/{question_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a question away: quizzes that ask it keep it, no other is published with it, and nothing draws it. */
        post: operations["archive_question"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/questions/{question_id}/images/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads an image that a question shows, in any of its versions. */
        get: operations["get_question_image"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/questions/{question_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an archived question back into use. */
        post: operations["restore_question"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/questions/{question_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the versions of a question, newest first, on one page. */
        get: operations["list_question_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/questions/{question_id}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows what a version of a question says. */
        get: operations["get_question_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/quizzes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the organisation's quizzes and assignments, the last written first. */
        get: operations["list_quizzes"];
        put?: never;
        /** Writes a new quiz or assignment. Only its kind and title are needed; the rest may come later. */
        post: operations["create_quiz"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/quizzes/{quiz_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a quiz: what is being written, otherwise its newest revision. */
        get: operations["get_quiz"];
        /**
         * Writes the whole content of a quiz anew.
         * @description What was published stays as it is: what is written becomes the next revision once it is published. Content that says what
         *     the newest revision says leaves no draft.
         */
        put: operations["update_quiz"];
        post?: never;
        /** Deletes a quiz that was never published. */
        delete: operations["delete_quiz"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/quizzes/{quiz_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archives a quiz: sessions that take it keep it, no other takes it. */
        post: operations["archive_quiz"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/quizzes/{quiz_id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Discards what was written since the quiz was last published. */
        delete: operations["discard_quiz_draft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/quizzes/{quiz_id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copies a quiz, archived or not, into a new draft: what is being written, otherwise its newest revision. */
        post: operations["duplicate_quiz"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/quizzes/{quiz_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publishes what was written, with the newest versions of its questions, as the next revision, which never changes again.
         * @description Without anything written, it publishes the newest revision again once one of its questions has a newer version, or more
         *     questions can be drawn. What stands in the way is told with pointers into the content. Sessions stay on the revision they
         *     took.
         */
        post: operations["publish_quiz"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/quizzes/{quiz_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publishes an archived quiz again, as it was. */
        post: operations["restore_quiz"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/quizzes/{quiz_id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the revisions of a quiz, newest first, on one page. */
        get: operations["list_quiz_revisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/quizzes/{quiz_id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a published revision with the versions of the questions it asks, right answers included. */
        get: operations["get_quiz_revision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the organisation's sessions, the last to start first. A trainer sees those where they train. */
        get: operations["list_sessions"];
        put?: never;
        /**
         * Opens a session from the newest revision of a published training: it takes the revision's ordered courses, which may then
         *     be changed for this session alone. A room for everybody and one for those who train come with it.
         */
        post: operations["create_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a session: its general part, courses, trainers and figures. */
        get: operations["get_session"];
        /**
         * Writes the general part of a session anew. Who is no longer among its trainers is taken off the slots that have not
         *     begun, and is told like the others concerned; more seats go to those who wait, first come first served. Once sheets are sealed,
         *     another title needs a reason, and is a further link of their chain.
         */
        put: operations["update_session"];
        post?: never;
        /** Deletes a draft in which nobody takes part. */
        delete: operations["delete_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the sheets of a session, by time. */
        get: operations["list_sheets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/attendance-anomalies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what an inspector would find odd in a session, and what to do about it. */
        get: operations["list_attendance_anomalies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/attendance-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exports sheets, with everything that was rectified and contested, and the people who left. */
        get: operations["export_attendance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/attendance-files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads a file of a session's attendance: a scanned sheet, what proves a reason of absence, an element of proof. */
        get: operations["get_attendance_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/attendance-proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the elements of proof of a session, by time. */
        get: operations["list_attendance_proofs"];
        put?: never;
        /** Gives an element of proof. */
        post: operations["create_attendance_proof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/attendance-proofs/{proof_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraws an element given by mistake: it stays readable, with the reason. */
        post: operations["withdraw_attendance_proof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/attendance-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows what a session asks, and until when its papers are kept. */
        get: operations["get_session_attendance_settings"];
        /** Says what a session asks, how long its papers are kept, and whether something holds them back from deletion. */
        put: operations["update_session_attendance_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/attendance-totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the hours of a session: planned, followed, missed, per trainee and per course. */
        get: operations["get_attendance_totals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels a session before it ends. Everybody concerned is told the reason; its slots to come are cancelled, in calendars too.
         *     Those that took place stay, and their attendance is taken and sealed as ever.
         */
        post: operations["cancel_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the certificates of a session, the oldest first. */
        get: operations["list_certificates"];
        put?: never;
        /**
         * Issues certificates for one, some or all trainees of a session. Whoever has a valid one of this kind and period gets no
         *     second; whoever's sheets are not closed gets none yet.
         */
        post: operations["issue_certificates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/certificates/{certificate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads a certificate. */
        get: operations["get_certificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/certificates/{certificate_id}/replacement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replaces a certificate by one that says what holds today, under a new number. The old one stays, and is told to be
         *     replaced to whoever asks.
         */
        post: operations["replace_certificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes a session: its papers are complete. Refused with `sheets_open` and the slots whose sheets are not closed. */
        post: operations["close_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/contests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the contests of a session, oldest first. */
        get: operations["list_contests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replaces the ordered course list of a session: courses are added, removed or moved in this session alone. One that slots
         *     are about stays.
         */
        put: operations["update_session_courses"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copies a session as a draft: courses, slots that were not cancelled, trainers, links, rooms and quizzes, with every date
         *     moved by as many days and the same hours in Paris. People, attendance and overrides are not copied.
         */
        post: operations["duplicate_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/edof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proposes what a training paid from a personal account (CPF) must declare. Nothing is sent anywhere. */
        get: operations["get_edof_assistant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a session whose slots are all over. It ends by itself after its last slot, on its last day. */
        post: operations["end_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/enrolment-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads a file of participants and shows what it would do, row by row; nobody is enrolled yet. The body is the file: XLSX, or
         *     CSV with `;`, `,` or tabulations in UTF-8, UTF-16 or Windows-1252, of 2,000 rows and 4 MiB at most. Its columns are
         *     recognised by their headings in French or English: names, e-mail, reference, first and last day.
         */
        post: operations["create_enrolment_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/enrolment-imports/{import_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes the participants of a file, exactly as they were shown, all or none. When the session changed such that something else
         *     would happen now, that is refused with `stale`, and `current` shows it: confirm again. Twice does nothing more, and nobody is
         *     ever taken off a session.
         */
        post: operations["confirm_enrolment_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the participants of a session by name, on one page; those who wait and those called off too. Trainers see no
         *     addresses.
         */
        get: operations["list_enrolments"];
        put?: never;
        /**
         * Enrols somebody. A member of the organisation, named by account or by address, is enrolled at once; somebody without an
         *     address is registered at once; any other address is invited, and the answer is the same whether it has an account or not.
         *     Without a free seat they wait. Unless it says from which day on, they are expected from the beginning, or from today on once the
         *     session has begun; a day whose sheet is sealed takes in nobody.
         */
        post: operations["create_enrolment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/enrolments/{enrolment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a participant with their history. Trainers see no address. */
        get: operations["get_enrolment"];
        /**
         * Writes a participant anew: names, address, number, employer, and the days on which they are expected, which hold every day on
         *     which they were there. Another address of somebody who was invited is invited instead.
         */
        put: operations["update_enrolment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/enrolments/{enrolment_id}/convocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Draws the convocation of a participant, once the session is announced. */
        get: operations["get_convocation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/enrolments/{enrolment_id}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Joins the account of a member to somebody who was registered without one. All their attendance stays with them. When that
         *     person takes part under a second enrolment, the two become one: the one that has attendance stays. Others join their
         *     account themselves, by the invitation sent to their address.
         */
        post: operations["join_enrolment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/enrolments/{enrolment_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves a participant to another state. A seat that comes free goes to the one who has waited longest. */
        post: operations["move_enrolment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Announces a draft: from now on the people concerned see it. Needs a slot and a trainer. Those who were enrolled or invited
         *     so far are written to, and so are those who train.
         */
        post: operations["plan_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/planned-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Compares the hours that are planned for each skill with those of the revision. */
        get: operations["get_planned_hours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/quizzes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the quizzes of a session, on one page. */
        get: operations["list_session_quizzes"];
        put?: never;
        /** Attaches a quiz to a session. */
        post: operations["create_session_quiz"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Writes a quiz of a session anew. */
        put: operations["update_session_quiz"];
        post?: never;
        /** Takes a quiz off a session, while nobody started it. */
        delete: operations["delete_session_quiz"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what everybody who takes part has beyond the others at a quiz, by name. */
        get: operations["list_quiz_adjustments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/adjustments/{enrolment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Gives somebody more time or more attempts at a quiz, or no longer; the attempt that runs has it at once. Whatever they asked for is
         *     decided by it.
         */
        put: operations["set_quiz_adjustment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/attachment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows what a quiz of a session asks, and which levels it proposes. */
        get: operations["get_quiz_attachment"];
        /**
         * Says which quiz a session takes, or another one instead.
         * @description Once somebody started, only a newer revision of the same quiz is taken, by attempts that start afterwards.
         */
        put: operations["attach_quiz"];
        post?: never;
        /** Takes the quiz off, while nobody started. */
        delete: operations["detach_quiz"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/attempts/{attempt_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows an attempt that was handed in, with everything that was answered. While names are hidden it is read as a copy, without a
         *     name, until it is graded.
         */
        get: operations["get_quiz_attempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the answers that somebody must read, in an order that tells nothing: question by question, copies by their random ids. One's
         *     own are not among them.
         */
        get: operations["list_quiz_copies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/copies/{copy_id}/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads a file of a copy; while names are hidden, under a name that tells nothing. */
        get: operations["get_quiz_copy_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/copies/{copy_id}/grades/{question_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Grades an answer of a copy, or grades it anew. Whoever comes second gets what the first one made of it (412). */
        put: operations["grade_quiz_answer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/correction-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows what a corrected key would change, before and afterwards. Nothing is changed. */
        post: operations["preview_quiz_correction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the corrections that were applied to a quiz, the newest first, on one page. */
        get: operations["list_quiz_corrections"];
        put?: never;
        /**
         * Applies a corrected key: every attempt that was asked an older version is scored with it, those that are handed in later too.
         *     Whoever had seen another result is told. Refused with what would happen now when that is not what was shown (412).
         */
        post: operations["apply_quiz_correction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publishes results: of every attempt that is graded, or of these. Those who took the quiz are told. What is published already
         *     stays so.
         */
        post: operations["publish_quiz_results"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the results of a quiz of a session: everybody who takes part, the counts and the distribution. */
        get: operations["get_quiz_results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/results-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exports the results of a quiz as CSV: a row per attempt, a column per question. Cells that a spreadsheet would run as a formula
         *     are text.
         */
        get: operations["export_quiz_results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Says from which score which level of a skill of the session's revision is proposed. A proposal is nothing before somebody
         *     confirms it; results that are published already are read by the new rules.
         */
        put: operations["update_quiz_rules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows how each question of a quiz did: share of success, discrimination, use of the choices, and those that deserve a second look. */
        get: operations["get_quiz_statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/readiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells what still blocks the start of a session, and what deserves a look. */
        get: operations["get_session_readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/rectify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts right what a session that has ended was called, and where it took place, as long as its papers are kept. What sealed
         *     sheets said stays readable: the change and its reason are further links of their chain, and are printed. Slots that have
         *     a place of their own keep it.
         */
        post: operations["rectify_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the papers of a closed session up again. The reason is kept, and is a link of the session's chain. */
        post: operations["reopen_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the resources of a session in their order, on one page; those that trainees do not see yet too. */
        get: operations["list_resources"];
        put?: never;
        /** Adds a resource to a session. Its trainers may, too. */
        post: operations["create_resource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/resources/{resource_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a resource with its versions. */
        get: operations["get_resource"];
        /** Writes a resource anew. Another address makes the next version; those before stay readable to those who run the session. */
        put: operations["update_resource"];
        post?: never;
        /** Deletes a resource with its versions. */
        delete: operations["delete_resource"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/resources/{resource_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads the file of a resource, or a part of it; an earlier version too. */
        get: operations["get_resource_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/resources/{resource_id}/file-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives an address under which a browser fetches the file by itself, for half an hour: a film, for instance. */
        get: operations["get_resource_file_link"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the rooms of a session, on one page. */
        get: operations["list_session_rooms"];
        put?: never;
        /** Opens a room for a group of trainees. */
        post: operations["create_session_room"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/rooms/{room_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Gives a room another name; a group other members too. */
        put: operations["update_session_room"];
        post?: never;
        /** Deletes the room of a group. The usual rooms stay. */
        delete: operations["delete_session_room"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/slot-generations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Generates slots by weekdays and hours, without public holidays and closures. `dry_run` shows what would be created, what
         *     exists already and what is taken. Otherwise all of them are created in one transaction, or none.
         */
        post: operations["generate_slots"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the slots of a session by time, on one page. */
        get: operations["list_slots"];
        put?: never;
        /**
         * Adds a slot. What is already taken at that time is refused with one fault each, unless `override_reason` says why it
         *     stands all the same.
         */
        post: operations["create_slot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/slots/{slot_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a slot with its history, and what else is at that time. */
        get: operations["get_slot"];
        /**
         * Writes a slot anew. Once attendance was taken its times stay: they are rectified, and nobody is taken off it here. A replacement
         *     with its reason is an operation of its own, `…/trainers`. What a sealed sheet says is rectified too.
         */
        put: operations["update_slot"];
        post?: never;
        /** Deletes a slot of a draft: nobody was told of it. Later it is cancelled instead. */
        delete: operations["delete_slot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the attendance sheet of a slot: everything the roll call needs. */
        get: operations["get_attendance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes the sheet of a slot, and seals it. Refused (`sheet_incomplete`) with the list of what is missing. */
        post: operations["close_sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance/collected-signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the signature a trainee draws on the trainer's device. Whoever signs is there: an unmarked half-day becomes present. */
        post: operations["collect_signature"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance/contests/{contest_id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decides a contest: accepted, the mark is rectified; rejected, it stays. The trainee is told. */
        post: operations["decide_contest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails personal links to sign a slot with. A new link makes the one before unknown. */
        post: operations["send_signature_links"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists everything that was ever said of somebody in a slot, oldest first. */
        get: operations["list_marks"];
        /** Writes marks. Rows that met another mark meanwhile are told, the others are saved. */
        put: operations["save_marks"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Attaches the scan of a sheet that was signed on paper, in the place of the one before. */
        put: operations["attach_paper_sheet"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance/rectifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rectifies a mark of a sealed sheet. The trainee is told by mail. */
        post: operations["rectify_mark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens signing again after its window, for a while and with a reason. */
        post: operations["reopen_signing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs a half-day as its trainer. */
        post: operations["sign_sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/slots/{slot_id}/attendance/taught": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Notes what was taught: it is printed on the sheet. */
        put: operations["set_taught_content"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/slots/{slot_id}/blank-sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Draws a sheet to be signed on paper, where there is no network. */
        get: operations["get_blank_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/slots/{slot_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels a slot. It stays in the list and in calendars as cancelled; the people concerned are told. One that has attendance
         *     can be cancelled too, while its sheet is open: what was marked stays.
         */
        post: operations["cancel_slot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/slots/{slot_id}/qr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the code of the half-day under way, for trainees to scan. */
        get: operations["get_attendance_qr"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/slots/{slot_id}/rectify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts a slot right after attendance was taken. What was said is kept, and shown on sheets. Of a sealed sheet, the day and the
         *     half-days stay, and the change is a further link of its chain; of other times the people on it are told.
         */
        post: operations["rectify_slot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/slots/{slot_id}/trainers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Gives a slot to other trainers. Who was to be there stays in its history, so that the right person signs. Once its sheet is
         *     sealed, the change is a further link of its chain.
         */
        put: operations["update_slot_trainers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts a session before its first slot does. Refused with `not_ready` and the list of what blocks, unless a reason is given. */
        post: operations["start_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/validations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The grid of a session: who takes part, what is taught, what the organisation found, what results propose. */
        get: operations["get_validation_grid"];
        put?: never;
        /**
         * Writes every cell of a batch, or none. Where somebody wrote in a cell since it was seen, 412 names those cells and what
         *     holds in them now. Each person is told by one mail; what replaces an entry takes effect in the search before the answer.
         */
        post: operations["save_validations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/sessions/{session_id}/validations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows what a batch would write, replace and refuse, and why. Nothing is written. */
        post: operations["preview_validations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/trainings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the organisation's trainings, the last written first. */
        get: operations["list_trainings"];
        put?: never;
        /** Writes a new training. Only its title is needed; the rest may come later. */
        post: operations["create_training"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/trainings/{training_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a training: what is being written, otherwise its newest revision. */
        get: operations["get_training"];
        /**
         * Writes the whole content of a training anew.
         * @description What was published stays as it is: what is written becomes the next revision once it is published. Content that says
         *     what the newest revision says leaves nothing to publish. Names of the catalogue stay as they were written, until a line
         *     asks for today's.
         */
        put: operations["update_training"];
        post?: never;
        /** Deletes a training that was never published. */
        delete: operations["delete_training"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/trainings/{training_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archives a training: it is kept, and no session is opened from it any more. */
        post: operations["archive_training"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/trainings/{training_id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Compares two revisions of a training. */
        get: operations["compare_revisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/trainings/{training_id}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Measures what a training covers: what is being written, otherwise its newest revision. */
        get: operations["get_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/trainings/{training_id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Discards what was written since the training was last published. */
        delete: operations["discard_training_draft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/trainings/{training_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publishes what was written as the next revision, which never changes again. Courses and own skills say in it what they
         *     say today; sessions of earlier revisions stay on theirs.
         */
        post: operations["publish_training"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/trainings/{training_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publishes an archived training again, as it was. */
        post: operations["restore_training"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/trainings/{training_id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the revisions of a training, newest first; the one being written too. */
        get: operations["list_revisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/trainings/{training_id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a revision as it was written, and where the catalogue says something else today. */
        get: operations["get_revision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/validation-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for a second person, oldest first: to those who run the organisation all of it, to a trainer that of the
         *     sessions where they train.
         */
        get: operations["list_validation_proposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/validation-proposals/{proposal_id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirms or refuses what somebody else proposed. Confirmed, it is written as it was proposed and counts from then on; where
         *     the cell is no longer as it was then, 412: it is refused and proposed anew.
         */
        post: operations["decide_validation_proposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/validation-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people answered to entries of the organisation, oldest first. */
        get: operations["list_entry_replies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/validation-replies/{reply_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers a person in the name of the organisation, once. They are told by mail. */
        post: operations["answer_entry_reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/validations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisation's own entries, newest first, revoked ones included. */
        get: operations["list_validations"];
        put?: never;
        /** Records a validation: an entry that is never changed. A failed step is recorded too, and validates nothing. */
        post: operations["create_validation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/validations/{validation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An entry that the organisation wrote, with its proof: for those who run it, and the trainers of the person. */
        get: operations["get_validation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/validations/{validation_id}/evidence/{evidence_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads a file that an entry of the organisation rests on. */
        get: operations["get_evidence_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/validations/{validation_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revokes a validation by a new entry: it stays in the history and stops counting at once. */
        post: operations["revoke_validation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/passport-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says whether an exported passport, or a single claim of one, still holds. An unknown number, and a known one with another
         *     code, get the same answer.
         */
        post: operations["check_passport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/passport-checks/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Checks the file of an export, a PDF, JSON, ZIP or single claim: is every byte as this platform issued it, and does it still
         *     hold. The file is not kept; 64 MiB at most, 16 MiB of JSON or PDF: `carnet verify-document` and the offline page take any.
         */
        post: operations["check_passport_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/passport-shares/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a proof that a link shows: where zones are masked, the masked copy. A proof that was not chosen is unknown. */
        post: operations["open_shared_proof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/passport-shares/view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shows what a link shows, and counts the look. The person reads in their log that, and when, somebody looked; not who, beyond
         *     the name they gave the link.
         * @description 403 `share_password_required`, 422 `wrong_password` at `/password`, 429 `too_many_attempts` after five wrong ones; 404 when it
         *     is unknown, over or taken back.
         */
        post: operations["view_passport_share"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profile-search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Searches the people who chose to be visible, by skill, level, validation, job and name.
         * @description Order: conditions met, then those met by a validated skill, then the sum of their levels, then a stable
         *     pseudo-random key. Nothing else counts.
         */
        post: operations["search_profiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{profile_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows one profile. Unknown, no longer visible, or hidden from this company: the same answer. */
        get: operations["get_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/status-lists/{list}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A whole list, signed: a bit for each badge, set where its validation was revoked or replaced. Whoever asks does not say of
         *     which badge they ask.
         */
        get: operations["get_status_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verification-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the public keys that verify sealed documents: the present one, and every one before it. */
        get: operations["list_verification_keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Why somebody was absent, late or excused. No health detail is ever asked.
         * @enum {string}
         */
        AbsenceReason: "health" | "family" | "summons" | "employer" | "employment" | "transport" | "exclusion" | "exemption" | "other";
        /** @description The token of the mail. */
        Acceptance: {
            token: string;
        };
        /** @description An answer in a few words that is accepted. */
        AcceptedAnswer: {
            /** @description What whoever answered so reads afterwards; may be empty. */
            feedback: string;
            /**
             * Format: int32
             * @description Which part of the points it brings, 1 to 100. At least one answer brings all of them.
             */
            percent: number;
            /** @description The words. */
            text: string;
        };
        /** @description An accepted answer, as it is sent. */
        AcceptedAnswerDraft: {
            /** @description 2000 characters at most. */
            feedback?: string;
            /**
             * Format: int32
             * @description Which part of the points it brings, 1 to 100; all of them by default.
             */
            percent?: number;
            /** @description 1 to 200 characters. */
            text: string;
        };
        /** @description An access token, and how long it lives. The refresh token travels in a cookie. */
        AccessToken: {
            access_token: string;
            /**
             * Format: int64
             * @description Seconds.
             */
            expires_in: number;
            token_type: string;
        };
        /**
         * @description A kind of action that the law knows (article L6313-1 of the labour code).
         * @enum {string}
         */
        ActionKind: "training" | "skills_assessment" | "experience_validation" | "apprenticeship";
        /** @description A file to add. */
        AddProof: {
            /** @description A staged file of one's own (PDF, PNG or JPEG). */
            file_id: components["schemas"]["FileId"];
        };
        /** @description An address. */
        Address: {
            email: string;
        };
        /** @description What one asks for beyond the others. No reason is asked, and there is no place for one. */
        AdjustmentRequest: {
            /** @description How much more time; `none`: nothing any more. */
            extra_time: components["schemas"]["QuizExtraTime"];
        };
        /**
         * @description What names a job or a skill of the catalogue.
         * @enum {string}
         */
        AlignedItem: "training_job" | "training_skill" | "own_skill" | "declared_skill" | "validation";
        /** @description How many items of one kind a release has. */
        AlignmentItem: {
            /** @description What names the catalogue. */
            item: components["schemas"]["AlignedItem"];
            /**
             * Format: int64
             * @description How many did.
             */
            linked: number;
            /**
             * Format: int64
             * @description Those whose code the release has.
             */
            present: number;
            /**
             * Format: int64
             * @description Those that waited for a decision.
             */
            to_decide: number;
        };
        /** @description What is expected of the answer. Which fields count follows from the kind; the others are refused. */
        AnswerDraft: {
            /** @description `short_text`: 1 to 20 answers. */
            accepted?: components["schemas"]["AcceptedAnswerDraft"][] | null;
            /** @description `single` and `multiple`: 2 to 20 choices. */
            choices?: components["schemas"]["QuestionChoiceDraft"][] | null;
            /** @description `true_false`: what whoever answered « faux » reads afterwards, 2000 characters at most. */
            feedback_false?: string | null;
            /** @description `true_false`: what whoever answered « vrai » reads afterwards, 2000 characters at most. */
            feedback_true?: string | null;
            ignores?: components["schemas"]["Normalisation"] | null;
            /** @description `true_false`: whether it is true. */
            is_true?: boolean | null;
            /** @description What kind of answer. */
            kind: components["schemas"]["QuestionKind"];
            /** @description `file`: what is accepted. */
            kinds?: components["schemas"]["AnswerFileKind"][] | null;
            /**
             * Format: int64
             * @description `file`: largest size of each file in bytes, 1024 to 10 MiB, or to 1 GiB where films are accepted; 10 MiB by default.
             */
            max_bytes?: number | null;
            /**
             * Format: int32
             * @description `long_text`: most characters, 1 to 50000; 10000 by default.
             */
            max_characters?: number | null;
            /**
             * Format: int32
             * @description `file`: most files, 1 to 10; 1 by default.
             */
            max_files?: number | null;
            partial_credit?: components["schemas"]["PartialCredit"] | null;
            /** @description `long_text` and `file`: what it is graded by, 20 criteria at most whose points add up to the question's. */
            rubric?: components["schemas"]["RubricCriterionDraft"][] | null;
            /**
             * Format: double
             * @description `number`: how far from it is still right; 0 by default.
             */
            tolerance?: number | null;
            /** @description `number`: its unit, 20 characters at most. */
            unit?: string | null;
            /**
             * Format: double
             * @description `number`: the expected number.
             */
            value?: number | null;
        };
        /**
         * @description A kind of file that an answer may be.
         * @enum {string}
         */
        AnswerFileKind: "pdf" | "image" | "video" | "document" | "spreadsheet" | "slides";
        /** @description What is right. */
        AnswerKey: {
            /** @description The words that are accepted with all the points, the best first. */
            accepted: string[];
            /** @description Why; may be empty. */
            explanation: string;
            /** @description What is said to whoever answered so. */
            feedback: string[];
            /** @description Whether it is true. */
            is_true?: boolean | null;
            /** @description The right choices; none when the question has no choices. */
            right_choice_ids: components["schemas"]["ChoiceId"][];
            /** @description What it is graded by. */
            rubric: components["schemas"]["RubricCriterion"][];
            /**
             * Format: double
             * @description How far from it is still right.
             */
            tolerance?: number | null;
            /**
             * Format: double
             * @description The number.
             */
            value?: number | null;
        };
        /**
         * @description How good an answer is.
         * @enum {string}
         */
        AnswerVerdict: "right" | "partial" | "wrong" | "missing";
        /** @description A name of a job. */
        AppellationOfJob: {
            /** @description Its code. */
            code: string;
            esco?: components["schemas"]["EscoLink"] | null;
            /** @description The name. */
            label: string;
        };
        /** @description What is asked for. */
        AskComplement: {
            /** @description In words, 3 to 2000 characters; the person reads it. */
            text: string;
        };
        /** @description A choice, without what it is worth. */
        AskedChoice: {
            /** @description The choice. */
            id: components["schemas"]["ChoiceId"];
            /** @description What it says. */
            text: string;
        };
        /** @description What files an answer may be. */
        AskedFiles: {
            /** @description What is accepted. */
            kinds: components["schemas"]["AnswerFileKind"][];
            /**
             * Format: int64
             * @description Largest size of each, in bytes.
             */
            max_bytes: number;
            /**
             * Format: int32
             * @description Most files.
             */
            max_files: number;
        };
        /** @description A question as it is asked. */
        AskedQuestion: {
            answer?: components["schemas"]["GivenAnswer"] | null;
            /** @description The files of the answer. */
            answer_files: components["schemas"]["FileCard"][];
            /** @description Its choices in the order of this attempt; none when it has none. */
            choices: components["schemas"]["AskedChoice"][];
            files?: components["schemas"]["AskedFiles"] | null;
            /** @description Whether the person wants to come back to it. */
            is_flagged: boolean;
            /** @description What kind of answer it expects. */
            kind: components["schemas"]["QuestionKind"];
            /**
             * Format: int32
             * @description Most characters of a text.
             */
            max_characters?: number | null;
            partial_credit?: components["schemas"]["PartialCredit"] | null;
            /** @description What it is worth. */
            points: components["schemas"]["Points"];
            /**
             * Format: int32
             * @description Its place in the attempt, from 0.
             */
            position: number;
            /** @description The question. */
            question_id: components["schemas"]["QuestionId"];
            /**
             * Format: date-time
             * @description When it was saved last.
             */
            saved_at?: string | null;
            /**
             * Format: int32
             * @description The part of the quiz.
             */
            section: number;
            /**
             * Format: int64
             * @description The write of the answer that is kept; the next one counts higher.
             */
            sequence: number;
            /** @description What is asked. */
            statement: components["schemas"]["QuestionBlock"][];
            /** @description The unit of a number; may be empty. */
            unit?: string | null;
        };
        /** @description A part of a quiz. */
        AskedSection: {
            /** @description What one reads above it; may be empty. */
            instructions: string;
            /**
             * Format: int32
             * @description Its number, which its questions name.
             */
            section: number;
            /** @description Its title; may be empty. */
            title: string;
        };
        /** @description Who looks at a submission. */
        AssignSubmission: {
            person_id?: components["schemas"]["PersonId"] | null;
        };
        /** @description The quiz that is taken. */
        AttachedQuiz: {
            /**
             * Format: int32
             * @description Newest published revision of the quiz.
             */
            newest_revision: number;
            quiz_id: components["schemas"]["QuizId"];
            /**
             * Format: int32
             * @description The revision that attempts start on from now on.
             */
            revision: number;
            /** @description State of the quiz. */
            status: components["schemas"]["QuizStatus"];
            /** @description Its title. */
            title: string;
        };
        /** @description Something odd. */
        AttendanceAnomaly: {
            /** @description What to do about it, in French. */
            advice: string;
            /** @description Stable name of the rule. */
            code: string;
            /** @description The people it is about. */
            enrolment_ids: components["schemas"]["EnrolmentId"][];
            /** @description What is odd, in French. */
            message: string;
            part?: components["schemas"]["HalfDayPart"] | null;
            slot_id?: components["schemas"]["SlotId"] | null;
        };
        /** @description One person in one half-day. */
        AttendanceCell: {
            /**
             * Format: int32
             * @description How many minutes after the beginning they said of themselves to be there, if that was late and nobody who calls
             *     the roll has spoken since. They are noted late by as much, unless it was near the end of the half-day or after it.
             */
            declared_late_minutes?: number | null;
            mark?: components["schemas"]["AttendanceMark"] | null;
            /** @description Morning or afternoon. */
            part: components["schemas"]["HalfDayPart"];
            signature?: components["schemas"]["AttendanceSignature"] | null;
        };
        /** @description A contest. */
        AttendanceContest: {
            /**
             * Format: date-time
             * @description When.
             */
            contested_at: string;
            /**
             * Format: date-time
             * @description When.
             */
            decided_at?: string | null;
            /** @description By whom. */
            decided_by?: string | null;
            /** @description `accepted` or `rejected`; null until it is decided. */
            decision?: string | null;
            /** @description Why. */
            decision_reason?: string | null;
            /** @description Who contests. */
            enrolment_id: components["schemas"]["EnrolmentId"];
            /** @description Its id. */
            id: components["schemas"]["ContestId"];
            /** @description Morning or afternoon. */
            part: components["schemas"]["HalfDayPart"];
            /** @description The slot. */
            slot_id: components["schemas"]["SlotId"];
            /** @description What they say. */
            text: string;
        };
        /** @description A half-day of the slot. */
        AttendanceHalfDay: {
            /**
             * Format: date
             * @description Its day in Paris.
             */
            date: string;
            /**
             * Format: date-time
             * @description When it ends.
             */
            ends_at: string;
            /** @description Whether one may now. */
            is_signing_open: boolean;
            /**
             * Format: date-time
             * @description From when on whoever signs or scans is noted late, unless the roll says otherwise; null in a half-day so short that
             *     nobody is.
             */
            late_from?: string | null;
            /**
             * Format: date-time
             * @description From when on whoever signs or scans is present again, whenever they came; null with `late_from`.
             */
            late_until?: string | null;
            /**
             * Format: int32
             * @description How long it lasts.
             */
            minutes: number;
            /** @description Morning or afternoon. */
            part: components["schemas"]["HalfDayPart"];
            /**
             * Format: date-time
             * @description Until when.
             */
            signing_closes_at: string;
            /**
             * Format: date-time
             * @description From when one may sign.
             */
            signing_opens_at: string;
            /**
             * Format: date-time
             * @description When it begins.
             */
            starts_at: string;
        };
        /** @description A mark. */
        AttendanceMark: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description By whom. */
            by: string;
            /**
             * Format: date-time
             * @description When they came in.
             */
            entered_at?: string | null;
            /** @description Whether it rectifies a sealed mark. */
            is_rectified: boolean;
            /** @description Whether what was missed is justified. */
            justified: boolean;
            /**
             * Format: date-time
             * @description When they left.
             */
            left_at?: string | null;
            /** @description How it came to be. */
            method: components["schemas"]["Method"];
            /**
             * Format: int32
             * @description How late, in minutes.
             */
            minutes_late: number;
            /** @description A remark. */
            note?: string | null;
            /**
             * Format: int32
             * @description Its number among the marks of this person in this half-day: what the next change names as seen.
             */
            number: number;
            proof_file_id?: components["schemas"]["FileId"] | null;
            reason?: components["schemas"]["AbsenceReason"] | null;
            /** @description What it says. */
            status: components["schemas"]["MarkStatus"];
        };
        /** @description A mark of a history. */
        AttendanceMarkEntry: {
            /** @description What was said. */
            mark: components["schemas"]["AttendanceMark"];
            /** @description Morning or afternoon. */
            part: components["schemas"]["HalfDayPart"];
        };
        /** @description An element of proof. */
        AttendanceProof: {
            /**
             * Format: date-time
             * @description When it was given.
             */
            created_at: string;
            /** @description In words. */
            description: string;
            /** @description Of whom. */
            enrolment_id: components["schemas"]["EnrolmentId"];
            file?: components["schemas"]["FileCard"] | null;
            /**
             * Format: date-time
             * @description When it happened.
             */
            happened_at: string;
            /** @description Its id. */
            id: components["schemas"]["ProofId"];
            /** @description What it is. */
            kind: components["schemas"]["ProofKind"];
            /**
             * Format: int32
             * @description How long it took, in minutes.
             */
            minutes?: number | null;
            slot_id?: components["schemas"]["SlotId"] | null;
            /**
             * Format: date-time
             * @description When it was withdrawn.
             */
            withdrawn_at?: string | null;
            /** @description Why. */
            withdrawn_reason?: string | null;
        };
        /** @description An element to be given. */
        AttendanceProofDraft: {
            /** @description In words, 3 to 500 characters. */
            description: string;
            /** @description Of whom. */
            enrolment_id: components["schemas"]["EnrolmentId"];
            file_id?: components["schemas"]["FileId"] | null;
            /**
             * Format: date-time
             * @description When it happened; not in the future.
             */
            happened_at: string;
            /** @description What it is. */
            kind: components["schemas"]["ProofKind"];
            /**
             * Format: int32
             * @description How long it took, 1 to 1440 minutes.
             */
            minutes?: number | null;
            slot_id?: components["schemas"]["SlotId"] | null;
        };
        /** @description The code to show. */
        AttendanceQr: {
            /**
             * Format: date-time
             * @description Until when one may sign.
             */
            closes_at: string;
            /** @description The code, changed every 20 seconds. */
            code: string;
            /** @description What people call the slot: shown beside the code, so that nobody scans another room's. */
            label: string;
            /** @description The half-day it is good for. */
            part: components["schemas"]["HalfDayPart"];
            /**
             * Format: int64
             * @description Seconds until it changes, 1 to 20.
             */
            seconds_left: number;
            /** @description The address that the QR shows: scanned with any phone, it opens Carnet there. */
            url: string;
        };
        /** @description One person of the roll. */
        AttendanceRow: {
            /** @description Their enrolment. */
            enrolment_id: components["schemas"]["EnrolmentId"];
            /** @description State of the enrolment. */
            enrolment_status: components["schemas"]["EnrolmentStatus"];
            /** @description First name. */
            first_name: string;
            /** @description Their half-days. */
            half_days: components["schemas"]["AttendanceCell"][];
            /** @description Whether they have an account to sign with. */
            has_account: boolean;
            /** @description Whether they are expected today; false for somebody who was marked and is no longer. */
            is_expected: boolean;
            /** @description Last name. */
            last_name: string;
            /** @description The organisation's number for them. */
            reference?: string | null;
        };
        /** @description When people are told of low attendance in the organisation's sessions. */
        AttendanceSettings: {
            /** @description Staff who are told beside the trainee; nobody chosen: those who run the organisation. */
            recipients: components["schemas"]["PersonId"][];
            /** @description The thresholds; each is told once per trainee. */
            thresholds: components["schemas"]["AttendanceThreshold"][];
            /**
             * Format: int32
             * @description Raised by every write; 0 before the first.
             */
            version: number;
        };
        /** @description The same, to be written. */
        AttendanceSettingsDraft: {
            /** @description Members other than trainees, at most 50. */
            recipients: components["schemas"]["PersonId"][];
            /** @description At most 5. */
            thresholds: components["schemas"]["AttendanceThreshold"][];
        };
        /** @description A sheet, whole. */
        AttendanceSheet: {
            /** @description Whether entry and exit are noted. */
            asks_entry_exit: boolean;
            /**
             * Format: date-time
             * @description When it was cancelled.
             */
            cancelled_at?: string | null;
            /** @description What trainees say against it. */
            contests: components["schemas"]["AttendanceContest"][];
            /**
             * Format: date-time
             * @description When it ends.
             */
            ends_at: string;
            /** @description Its half-days. */
            half_days: components["schemas"]["AttendanceHalfDay"][];
            /** @description What is done in it. */
            kind: components["schemas"]["SlotKind"];
            /** @description What people call the slot. */
            label: string;
            /** @description What is missing to close it. */
            missing: components["schemas"]["MissingOnSheet"][];
            /**
             * Format: date-time
             * @description The time on the server.
             */
            now: string;
            paper?: components["schemas"]["FileCard"] | null;
            /** @description Where; may be empty. */
            place: string;
            /** @description Why. */
            reopened_reason?: string | null;
            /**
             * Format: date-time
             * @description Until when signing was opened again.
             */
            reopened_until?: string | null;
            /** @description Everybody expected, by name. */
            rows: components["schemas"]["AttendanceRow"][];
            /** @description What sealed it, and what was added since. */
            seals: components["schemas"]["SheetSeal"][];
            /** @description The session. */
            session_id: components["schemas"]["TrainingSessionId"];
            /** @description State of the session. */
            session_status: components["schemas"]["TrainingSessionStatus"];
            /** @description The slot. */
            slot_id: components["schemas"]["SlotId"];
            /**
             * Format: date-time
             * @description When it begins.
             */
            starts_at: string;
            /** @description State of the sheet. */
            state: components["schemas"]["SheetState"];
            /** @description What was taught. */
            taught: string;
            /** @description Who trains. */
            trainers: components["schemas"]["AttendanceTrainer"][];
            /**
             * Format: int32
             * @description Raised by every write on the sheet.
             */
            version: number;
        };
        /** @description A sheet in a list. */
        AttendanceSheetSummary: {
            /**
             * Format: date-time
             * @description When it was cancelled.
             */
            cancelled_at?: string | null;
            /**
             * Format: date-time
             * @description When it ends.
             */
            ends_at: string;
            /**
             * Format: int64
             * @description People expected, times half-days.
             */
            expected: number;
            /** @description What people call it. */
            label: string;
            /**
             * Format: int64
             * @description How many of them have a final status.
             */
            marked: number;
            /** @description Its half-days. */
            parts: components["schemas"]["HalfDayPart"][];
            /**
             * Format: int64
             * @description How many were there.
             */
            present: number;
            /**
             * Format: int64
             * @description How many signed.
             */
            signed: number;
            /** @description The slot. */
            slot_id: components["schemas"]["SlotId"];
            /**
             * Format: date-time
             * @description When it begins.
             */
            starts_at: string;
            /** @description State of its sheet. */
            state: components["schemas"]["SheetState"];
            /**
             * Format: int64
             * @description Half-days the trainer signed.
             */
            trainer_signed: number;
        };
        /** @description That somebody signed, and how. The drawing stays on the sheet. */
        AttendanceSignature: {
            /** @description How. */
            method: components["schemas"]["SignatureMethod"];
            /** @description Morning or afternoon. */
            part: components["schemas"]["HalfDayPart"];
            /**
             * Format: date-time
             * @description When.
             */
            signed_at: string;
        };
        /** @description A limit: below this rate, once so many half-days are counted. */
        AttendanceThreshold: {
            /**
             * Format: int32
             * @description After how many half-days that were marked, 1 to 500.
             */
            after_half_days: number;
            /**
             * Format: int32
             * @description The rate in per cent, 1 to 100.
             */
            below_percent: number;
        };
        /** @description Minutes of one trainee, over any set of half-days. */
        AttendanceTotals: {
            /**
             * Format: int32
             * @description Minutes in which they were there.
             */
            attended: number;
            /**
             * Format: int32
             * @description Minutes in which they were excused.
             */
            excused: number;
            /**
             * Format: int32
             * @description Half-days in which they were expected.
             */
            half_days: number;
            /**
             * Format: int32
             * @description Minutes of absence with a reason that was accepted.
             */
            justified: number;
            /**
             * Format: int32
             * @description Minutes that they came too late.
             */
            late: number;
            /**
             * Format: int32
             * @description Minutes in which they were expected.
             */
            planned: number;
            /**
             * Format: int32
             * @description Minutes of absence without one.
             */
            unjustified: number;
            /**
             * Format: int32
             * @description Minutes of half-days nobody marked.
             */
            unmarked: number;
        };
        /** @description A trainer of the slot. */
        AttendanceTrainer: {
            /** @description Whether they train here now; false for somebody who signed and was replaced since. */
            is_assigned: boolean;
            /** @description First and last name. */
            name: string;
            person_id?: components["schemas"]["PersonId"] | null;
            /** @description What they signed. */
            signatures: components["schemas"]["AttendanceSignature"][];
        };
        /** @description A blocked company, by its number alone: a name would tell anybody which companies use Carnet. */
        BlockedCompany: {
            /**
             * Format: date-time
             * @description Since when.
             */
            blocked_at: string;
            /** @description Its SIREN. */
            siren: string;
        };
        /**
         * @description What a part of a statement is.
         * @enum {string}
         */
        BlockType: "text" | "image" | "code" | "formula";
        /** @description A slot in a calendar. */
        CalendarEntry: {
            course_title?: string | null;
            /** Format: date-time */
            ends_at: string;
            /** @description The half-days in Paris it counts for. */
            half_days: components["schemas"]["HalfDay"][];
            /** @description Whether it does not take place, alone or with its session. */
            is_cancelled: boolean;
            kind: components["schemas"]["SlotKind"];
            organisation_id: components["schemas"]["OrganisationId"];
            organisation_name: string;
            /** @description Its place, or else the session's; may be empty. */
            place: string;
            /** @description Its address at a distance, or else the session's. */
            remote_url?: string | null;
            /** @description In which quality it is one's own. */
            role: components["schemas"]["CalendarRole"];
            session_id: components["schemas"]["TrainingSessionId"];
            session_status: components["schemas"]["TrainingSessionStatus"];
            session_title: string;
            slot_id: components["schemas"]["SlotId"];
            /** Format: date-time */
            starts_at: string;
            /** @description What is done, beside or instead of the course; may be empty. */
            title: string;
            /** @description Names of those who train. */
            trainers: string[];
        };
        /** @description Whether there is a calendar address. The address itself is shown once, when it is given out. */
        CalendarFeed: {
            /**
             * Format: date-time
             * @description Null when there is none.
             */
            created_at?: string | null;
        };
        /**
         * @description In which quality a slot is somebody's.
         * @enum {string}
         */
        CalendarRole: "trainer" | "trainee" | "staff";
        /** @description How well an organisation was aligned with a release. */
        CatalogAlignment: {
            /** @description What named the catalogue, kind by kind. */
            items: components["schemas"]["AlignmentItem"][];
            /**
             * Format: int64
             * @description All kinds together.
             */
            linked: number;
            /**
             * Format: date-time
             * @description When it was last measured: within minutes of the release, then every hour while it is in place.
             */
            measured_at: string;
            /**
             * Format: int64
             * @description Those of them that the release has: all, when everything was aligned.
             */
            present: number;
            /** Format: int32 */
            release: number;
            /**
             * Format: int64
             * @description Those that waited for a decision.
             */
            to_decide: number;
        };
        /** @description The publisher's API. */
        CatalogApi: {
            last_attempt?: components["schemas"]["CatalogImport"] | null;
            /**
             * Format: date-time
             * @description When it last answered with something that was taken over, or that says nothing new.
             */
            last_success_at?: string | null;
            /**
             * Format: date-time
             * @description Until when it is left alone because it failed again and again.
             */
            paused_until?: string | null;
        };
        /** @description A line of which the catalogue of today says something else. */
        CatalogDifference: {
            /** @description Whether the release in place has it. */
            active: boolean;
            code: string;
            /** @description Why; one at least. */
            kinds: components["schemas"]["CatalogDifferenceKind"][];
            marks?: components["schemas"]["CatalogDifferingMarks"] | null;
            /** @description What the code is called today. */
            now: string;
            replaced_by?: components["schemas"]["MatchedSkill"] | null;
            subject: components["schemas"]["CatalogDifferenceSubject"];
            /** @description Its name when this was written. */
            then: string;
        };
        /**
         * @description Why a line differs.
         * @enum {string}
         */
        CatalogDifferenceKind: "relabelled" | "reused" | "retired" | "unlisted" | "reweighted";
        /**
         * @description What a difference is about.
         * @enum {string}
         */
        CatalogDifferenceSubject: "job" | "skill";
        /** @description The marks of a skill when this was written, and today. */
        CatalogDifferingMarks: {
            after: components["schemas"]["TrainingSkillMarks"];
            before: components["schemas"]["TrainingSkillMarks"];
        };
        /**
         * @description Why a name that was written once is not what the catalogue says today.
         * @enum {string}
         */
        CatalogDriftKind: "relabelled" | "reused" | "retired";
        /** @description What an import means for those who use the catalogue. */
        CatalogEffect: {
            /**
             * @description How many items of each kind named the catalogue, and how many of them the release has, as last measured while it
             *     was in place; kinds that were not measured are left out.
             */
            alignment: components["schemas"]["AlignmentItem"][];
            /**
             * Format: int64
             * @description Grids by which lines of trainings measured a skill it renamed or retired.
             */
            grids: number;
            /**
             * Format: int32
             * @description Distinct jobs and skills of the catalogue that trainings in use and own skills named then.
             */
            linked: number;
            /**
             * Format: date-time
             * @description When that was; null before it was measured.
             */
            measured_at?: string | null;
            /**
             * Format: int64
             * @description Notices it caused.
             */
            notices: number;
            /**
             * Format: int64
             * @description Own skills linked to a skill it renamed or retired.
             */
            own_skills: number;
            /**
             * Format: int64
             * @description People who declared, or hold a validation of, a skill it renamed or retired.
             */
            people: number;
            /**
             * Format: int32
             * @description How many of them were written to; null until everybody was looked at.
             */
            people_told?: number | null;
            /**
             * Format: int32
             * @description Those of them that the release had: all, when everything was aligned.
             */
            present: number;
            /**
             * Format: int32
             * @description Recruiters who were told of theirs.
             */
            recruiters_told: number;
            /** @description Whether all of it was looked into already; that takes some minutes. */
            reviewed: boolean;
            /**
             * Format: int32
             * @description Saved searches that named a code it renamed, gave to something else or retired.
             */
            saved_searches: number;
            /**
             * Format: int64
             * @description Trainings with notices.
             */
            trainings: number;
            /**
             * Format: int64
             * @description Those that wait for a decision.
             */
            undecided: number;
        };
        /** @description One attempt to bring the catalogue up to date. */
        CatalogImport: {
            /** @description Entries never seen before. */
            added: number;
            /** @description Entries that say something else. */
            changed: number;
            counts?: components["schemas"]["Counts"] | null;
            /** @description Why it was refused or failed. */
            error?: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            finished_at: string;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Oddities that did not prevent reading. */
            notices: string[];
            /** @description What came of it. */
            outcome: components["schemas"]["Outcome"];
            /**
             * Format: int32
             * @description Release of the archive, when it could be read.
             */
            release?: number | null;
            /** @description Entries gone from the publisher's lists; nothing is deleted. */
            retired: number;
            /** @description Where the archive came from. */
            source: components["schemas"]["Source"];
            /**
             * Format: date-time
             * @description When it began.
             */
            started_at: string;
            /** @description What the release changes, list by list, where it could be read. */
            summary?: string | null;
        };
        /** @description The catalogue and how it is kept up to date. */
        CatalogSync: {
            api?: components["schemas"]["CatalogApi"] | null;
            /** @description The table of certifications (RNCP and RS). */
            certifications: components["schemas"]["CertificationSync"];
            /**
             * Format: date-time
             * @description When an import last changed it.
             */
            imported_at?: string | null;
            last_attempt?: components["schemas"]["CatalogImport"] | null;
            /**
             * Format: date-time
             * @description When the publisher last answered with an archive that was taken over, or that says nothing new.
             */
            last_success_at?: string | null;
            /**
             * Format: date-time
             * @description When it is asked next; null where downloads are switched off.
             */
            next_check_at?: string | null;
            /**
             * Format: date-time
             * @description Until when it is left alone because it failed again and again; an import by hand asks it all the same.
             */
            paused_until?: string | null;
            /**
             * Format: date
             * @description The day it was published, where the archive says so.
             */
            published_on?: string | null;
            /**
             * Format: int32
             * @description Number of the release in place; null before the first.
             */
            release?: number | null;
            /** @description Whether an import that was asked for waits or is under way. */
            running: boolean;
        };
        /**
         * @description How far a skill of a person is in an organisation.
         * @enum {string}
         */
        CellStatus: "declared" | "in_evaluation" | "validated" | "revoked" | "expired" | "not_acquired";
        /** @description A certificate. */
        Certificate: {
            /** @description What whoever holds it asks with, at `/documents/{code}`. */
            code: string;
            /** @description Of whom. */
            enrolment_id: components["schemas"]["EnrolmentId"];
            /** @description Its id. */
            id: components["schemas"]["CertificateId"];
            /**
             * Format: date-time
             * @description When it was issued.
             */
            issued_at: string;
            /** @description What it attests. */
            kind: components["schemas"]["CertificateKind"];
            /** @description Its number, as it is printed. */
            number: string;
            /**
             * Format: date
             * @description The first day it is about.
             */
            period_from: string;
            /**
             * Format: date
             * @description The last day.
             */
            period_to: string;
            /** @description Why. */
            replace_reason?: string | null;
            replaced_by?: components["schemas"]["CertificateId"] | null;
            replaces?: components["schemas"]["CertificateId"] | null;
            /** @description The session. */
            session_id: components["schemas"]["TrainingSessionId"];
        };
        /**
         * Format: uuid
         * @description A certificate.
         */
        CertificateId: string;
        /**
         * @description What a certificate attests.
         * @enum {string}
         */
        CertificateKind: "completion" | "attendance" | "end_of_training";
        /** @description Why a certificate is replaced. */
        CertificateReplacement: {
            /** @description 3 to 500 characters. */
            reason: string;
            /** @description Who signs the new one. */
            signatory: components["schemas"]["CertificateSignatory"];
        };
        /** @description What is to be issued. */
        CertificateRequest: {
            /** @description For whom; null: for everybody who takes part. */
            enrolment_ids?: components["schemas"]["EnrolmentId"][] | null;
            /** @description What kind. */
            kind: components["schemas"]["CertificateKind"];
            /**
             * Format: date
             * @description The first day; what each person followed unless said.
             */
            period_from?: string | null;
            /**
             * Format: date
             * @description The last day.
             */
            period_to?: string | null;
            /** @description Who signs for the organisation. */
            signatory: components["schemas"]["CertificateSignatory"];
        };
        /** @description Who signs for the organisation. */
        CertificateSignatory: {
            /** @description Capacity: "directrice", "responsable pédagogique"; 1 to 200 characters. */
            capacity: string;
            /** @description First and last name, 1 to 200 characters. */
            name: string;
            /** @description Where it is signed, at most 200 characters. */
            place?: string | null;
        };
        /** @description What was issued. */
        CertificatesIssued: {
            /** @description The certificates. */
            issued: components["schemas"]["Certificate"][];
            /** @description Those for whom none was. */
            skipped: components["schemas"]["CertificateSkipped"][];
        };
        /** @description Somebody for whom none was issued. */
        CertificateSkipped: {
            /** @description `already_issued`, `not_over`, `sheet_incomplete`, `sheet_contested` or `nothing_closed`. */
            code: string;
            /** @description Who. */
            enrolment_id: components["schemas"]["EnrolmentId"];
            /** @description Why, in French. */
            message: string;
        };
        /** @description A certification that leads to a job. */
        CertificationOfJob: {
            /** @description Whether the publisher calls it active. */
            active: boolean;
            /**
             * Format: date
             * @description The last day of its registration, where it has one.
             */
            ends_on?: string | null;
            /** @description Whether it names the job's family, as ROME 3 knew it, and not the job itself. */
            family: boolean;
            /**
             * Format: int32
             * @description Its level in the European framework, 1 to 8, where the publisher gives one.
             */
            level?: number | null;
            /** @description Its number. */
            number: string;
            /** @description Its title. */
            title: string;
            /** @description Its public page. */
            url: string;
        };
        /** @description A certification. */
        CertificationSheet: {
            /** @description Whether the publisher calls it active. */
            active: boolean;
            /**
             * Format: date
             * @description The last day of its registration, where it has one.
             */
            ends_on?: string | null;
            /** @description The jobs it leads to, by code. */
            jobs: components["schemas"]["JobOfCertification"][];
            /**
             * Format: int32
             * @description Its level in the European framework, 1 to 8, where the publisher gives one.
             */
            level?: number | null;
            /** @description Its number. */
            number: string;
            /**
             * Format: date
             * @description The day of France compétences' export.
             */
            published_on: string;
            /** @description Its title. */
            title: string;
            /** @description Its public page. */
            url: string;
        };
        /** @description The certifications that lead to a job. */
        CertificationsOfJob: {
            /** @description The first of them: active ones first, then those that name the job itself. */
            items: components["schemas"]["CertificationOfJob"][];
            /**
             * Format: date
             * @description The day of France compétences' export; null where the table was not loaded.
             */
            published_on?: string | null;
            /** @description How many there are. */
            total: number;
        };
        /** @description The table of certifications and how it is kept up to date. */
        CertificationSync: {
            /** @description How many certifications it has. */
            count: number;
            last_attempt?: components["schemas"]["CatalogImport"] | null;
            /**
             * Format: date-time
             * @description When an export was last taken over, or found to say nothing new.
             */
            last_success_at?: string | null;
            /**
             * Format: date-time
             * @description When it is asked for next; null where it is not downloaded.
             */
            next_check_at?: string | null;
            /**
             * Format: date-time
             * @description Until when the publisher is left alone because it failed again and again.
             */
            paused_until?: string | null;
            /**
             * Format: date
             * @description The day of the export in place; null before the first.
             */
            published_on?: string | null;
        };
        /** @description What is told of a document: nothing about the person it is about. */
        CheckedDocument: {
            /**
             * Format: date
             * @description The day it was issued on, in Paris.
             */
            issued_on: string;
            /** @description What it attests. */
            kind: components["schemas"]["CertificateKind"];
            /** @description Its number of declaration of activity. */
            nda?: string | null;
            /** @description Its number, to be compared with the one printed. */
            number: string;
            /** @description Who issued it. */
            organisation: string;
            /** @description SHA-256 of what it says: the one in the file attached to it. */
            sha256: string;
            /** @description Whether it holds. */
            standing: components["schemas"]["DocumentStanding"];
        };
        /**
         * @description In which form an export came.
         * @enum {string}
         */
        CheckedForm: "json" | "pdf" | "zip" | "disclosure";
        /** @description What is told of an export: nothing of what it says. The form is the same for an unknown number. */
        CheckedNumber: {
            /**
             * Format: date
             * @description The day it was issued on; null when unknown.
             */
            issued_on?: string | null;
            /** @description Who issued it; null when unknown. */
            issuer?: string | null;
            /** @description The number; null when unknown. */
            number?: string | null;
            /** @description SHA-256 of what it says: the one its seal is over; null when unknown. */
            sha256?: string | null;
            /** @description Whether it still holds. */
            standing: components["schemas"]["PassportStanding"];
        };
        /** @description What was found of a file. */
        CheckedPassportFile: {
            /** @description Why not. */
            faults: components["schemas"]["FileFault"][];
            form?: components["schemas"]["CheckedForm"] | null;
            /** @description Whether it is, byte for byte, what this platform issued. */
            is_intact: boolean;
            /**
             * Format: date
             * @description The day it was issued on; null when it is not intact.
             */
            issued_on?: string | null;
            /** @description Its number; null when it is not intact. */
            number?: string | null;
            standing?: components["schemas"]["PassportStanding"] | null;
        };
        /** @description The number and the code, as they are printed or as the QR code holds them. */
        CheckPassport: {
            /** @description The sixteen letters and digits beside it. */
            code: string;
            /** @description `P-2026-7F3KQ-9XDTA`; case, blanks and hyphens do not matter. */
            number: string;
        };
        /**
         * Format: uuid
         * @description A choice of a question. Random: its order tells nothing of which is right.
         */
        ChoiceId: string;
        /** @description How often a choice was taken. */
        ChoiceUse: {
            /** @description The choice. */
            choice_id: components["schemas"]["ChoiceId"];
            /** @description Whether it is right. */
            is_right: boolean;
            /**
             * Format: int64
             * @description By how many it was ticked.
             */
            taken: number;
            /**
             * Format: int64
             * @description By how many of the better half, by the rest of the quiz.
             */
            taken_by_better_half: number;
        };
        /** @description A course that would close a gap. */
        ClosingCourse: {
            id: components["schemas"]["CourseId"];
            title: string;
        };
        /** @description Days on which nothing takes place, both included. */
        Closure: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
        };
        /**
         * @description Every error code the API can answer. Wire form: snake case.
         * @enum {string}
         */
        Code: "invalid_request" | "malformed_json" | "unsupported_media_type" | "body_too_large" | "request_timeout" | "method_not_allowed" | "not_found" | "precondition_required" | "stale" | "cross_origin" | "too_many_requests" | "overloaded" | "unavailable" | "search_unavailable" | "internal" | "unauthenticated" | "invalid_credentials" | "totp_required" | "invalid_totp" | "email_not_confirmed" | "too_many_attempts" | "invalid_token" | "totp_already_enabled" | "totp_not_started" | "forbidden" | "recruiter_required" | "recruiter_not_verified" | "already_member" | "last_admin" | "invitation_for_another" | "organisation_suspended" | "siret_taken" | "illegal_transition" | "empty_file" | "file_too_large" | "file_type_refused" | "file_type_mismatch" | "unsafe_file" | "damaged_file" | "upload_interrupted" | "too_many_uploads" | "file_quota_reached" | "too_many_staged_files" | "file_in_use" | "file_not_checked" | "file_infected" | "file_lost" | "range_not_satisfiable" | "storage_unavailable" | "nothing_to_publish" | "own_skill_taken" | "in_use" | "session_has_people" | "not_ready" | "sheets_open" | "slots_to_come" | "slot_twice" | "slot_has_attendance" | "slot_without_attendance" | "slot_sealed" | "sheet_sealed" | "too_many_slots" | "already_enrolled" | "session_full" | "enrolment_has_attendance" | "already_joined" | "both_have_attendance" | "import_has_errors" | "trainer_of_session" | "room_name_taken" | "usual_room" | "sheet_incomplete" | "sheet_contested" | "slot_cancelled" | "signing_not_open" | "signing_over" | "link_over" | "already_signed" | "marked_otherwise" | "qr_expired" | "not_present" | "contest_over" | "already_contested" | "already_decided" | "nothing_closed" | "not_over" | "already_replaced" | "already_withdrawn" | "retention_over" | "quiz_has_attempts" | "quiz_not_open" | "quiz_closed" | "no_attempt_left" | "attempt_over" | "own_attempt" | "names_hidden" | "not_graded_by_hand" | "graded_by_hand" | "already_recruiter" | "company_not_active" | "search_quota_reached" | "profile_quota_reached" | "too_many_saved_searches" | "rebuild_running" | "import_running" | "downloads_off" | "certifications_not_loaded" | "skill_retired" | "too_many_skills" | "self_validation" | "too_many_experiences" | "too_many_proofs" | "no_usable_proof" | "proof_unusable" | "proof_removed" | "already_submitted" | "too_many_submissions" | "experience_expired" | "too_many_exports" | "export_not_ready" | "export_erased" | "too_many_shares" | "already_imported" | "too_many_imports" | "badge_not_awarded" | "share_password_required" | "already_revoked" | "already_waiting" | "second_person_required" | "reply_waiting" | "too_many_blocked_companies" | "stale_policy";
        /** @description What the catalogue says today otherwise than when the search was saved. */
        CodeChange: {
            /** @description The code that was saved. */
            code: string;
            /** @description The search is not run before its owner has decided about it. */
            decision_needed: boolean;
            /** @description `search` names the successor in its place already. */
            followed: boolean;
            /** @description What became of it. */
            kind: components["schemas"]["CodeChangeKind"];
            /** @description Its name when it was saved. */
            label: string;
            /** @description What the code is called today; null where the catalogue no longer has it. */
            label_now?: string | null;
            /** @description JSON pointer into `search`: where the code stands, or the one that was followed. */
            pointer: string;
            /** @description Which list the code belongs to. */
            subject: components["schemas"]["CodeSubject"];
            successor?: components["schemas"]["SuccessorCode"] | null;
        };
        /**
         * @description What became of a code since the search was saved.
         * @enum {string}
         */
        CodeChangeKind: "relabelled" | "replaced" | "retired" | "reused";
        /**
         * @description Which list of the catalogue a code belongs to.
         * @enum {string}
         */
        CodeSubject: "skill" | "job" | "family" | "domain" | "letter";
        /** @description A trainee's signature on the trainer's device. */
        CollectedSignature: {
            /** @description The drawing. */
            drawing: components["schemas"]["SignatureStrokes"];
            /** @description Who signs. */
            enrolment_id: components["schemas"]["EnrolmentId"];
            /** @description Morning or afternoon. */
            part: components["schemas"]["HalfDayPart"];
        };
        /**
         * Format: uuid
         * @description A company establishment.
         */
        CompanyId: string;
        /** @description The company a person recruits for, and where their account stands. */
        CompanyView: {
            /** @description Whether a professional address of this company may be enough: some domain is already accepted for it. */
            accepted_domains_hint: boolean;
            /** @description Its address, when the register shows it. */
            address?: string | null;
            /** @description The company. */
            id: components["schemas"]["CompanyId"];
            leave_refusal?: components["schemas"]["LeaveRefusal"] | null;
            /** @description Whether they may leave the company. */
            may_leave: boolean;
            /** @description Its name, or its SIRET when the register masks it. */
            name: string;
            /** @description What the person can do next. */
            next_step: components["schemas"]["NextStep"];
            /**
             * Format: date-time
             * @description When the register last answered.
             */
            register_checked_at?: string | null;
            /** @description Its legal unit's. */
            siren: string;
            /** @description The establishment's number. */
            siret: string;
            /** @description Where the account stands. */
            status: components["schemas"]["RecruiterStatus"];
            /** @description Why, when it was refused or suspended. */
            status_reason?: string | null;
        };
        /** @description The code received. */
        ConfirmEmailProof: {
            /** @description Six digits. */
            code: string;
        };
        /**
         * @description What is taken.
         * @enum {string}
         */
        ConflictKind: "trainer" | "room" | "trainee";
        /**
         * @description What a consent event says.
         * @enum {string}
         */
        ConsentKind: "visibility_given" | "visibility_withdrawn";
        /** @description One consent given or taken back. */
        ConsentView: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description What was said. */
            kind: components["schemas"]["ConsentKind"];
            /** @description Version of the text it refers to. */
            policy_version: string;
        };
        /** @description A decision. */
        ContestDecision: {
            /** @description Accepted or rejected. */
            decision: components["schemas"]["ContestVerdict"];
            mark?: components["schemas"]["MarkDraft"] | null;
            proof_file_id?: components["schemas"]["FileId"] | null;
            /** @description Why, 3 to 500 characters; the trainee reads it. */
            reason: string;
        };
        /** @description Why a mark is wrong. */
        ContestDraft: {
            /** @description Morning or afternoon. */
            part: components["schemas"]["HalfDayPart"];
            /** @description What the trainee says, 3 to 2000 characters. */
            text: string;
        };
        /**
         * Format: uuid
         * @description A trainee's contest of a sealed mark.
         */
        ContestId: string;
        /**
         * @description Whether a contest is right.
         * @enum {string}
         */
        ContestVerdict: "accepted" | "rejected";
        /** @description A circumstance in which a job is done. */
        ContextOfJob: {
            /** @description The group it is listed under. */
            category: string;
            /** @description Its code. */
            code: string;
            /** @description Its name. */
            label: string;
        };
        /** @description A copy, and what deserves a look in it. */
        CopiedSession: {
            /** @description Copied slots that fall on a public holiday. */
            on_holidays: string[];
            session: components["schemas"]["SessionView"];
        };
        /** @description How many entries the lists hold. */
        Counts: {
            /**
             * Format: int32
             * @description Names of jobs.
             */
            appellations: number;
            /**
             * Format: int32
             * @description Links from jobs to contexts alone.
             */
            context_links: number;
            /**
             * Format: int32
             * @description Contexts.
             */
            contexts: number;
            /**
             * Format: int32
             * @description Professional domains.
             */
            domains: number;
            /**
             * Format: int32
             * @description Letters.
             */
            grand_domains: number;
            /**
             * Format: int32
             * @description Job sheets.
             */
            jobs: number;
            /**
             * Format: int32
             * @description Knowledge items.
             */
            knowledge: number;
            /**
             * Format: int32
             * @description Links from jobs to skills, knowledge items and contexts.
             */
            links: number;
            /**
             * Format: int32
             * @description Moves from job to job.
             */
            mobilities: number;
            /**
             * Format: int32
             * @description Older jobs that others derive from.
             */
            parents: number;
            /**
             * Format: int32
             * @description Skills, macro-skills and soft skills.
             */
            skills: number;
        };
        /** @description A course to write. */
        CourseDraft: {
            /** @description 5000 characters at most. */
            description?: string;
            /**
             * Format: int32
             * @description How long it takes; 0 while it is not known.
             */
            minutes: number;
            modality: components["schemas"]["Modality"];
            /** @description 2 to 200 characters. */
            title: string;
        };
        /**
         * Format: uuid
         * @description A course (module) of an organisation.
         */
        CourseId: string;
        /** @description Totals of one course. */
        CourseTotals: components["schemas"]["RatedTotals"] & {
            course_id?: components["schemas"]["SessionCourseId"] | null;
            /** @description Its title. */
            title: string;
        };
        /** @description A course (module). */
        CourseView: {
            archived: boolean;
            description: string;
            id: components["schemas"]["CourseId"];
            /** Format: int32 */
            minutes: number;
            modality: components["schemas"]["Modality"];
            title: string;
            /**
             * Format: int64
             * @description How many trainings use it, in any revision.
             */
            trainings: number;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int32
             * @description To be sent back as `If-Match`.
             */
            version: number;
        };
        /** @description How much of a job's core skills a person holds. */
        CoverageView: {
            /**
             * Format: int32
             * @description Core skills held, at any level.
             */
            covered: number;
            /** @description The job. */
            job: string;
            /** @description Those not held. */
            missing: components["schemas"]["SkillName"][];
            /**
             * Format: int32
             * @description Core skills of the job.
             */
            required: number;
        };
        /** @description A job and how much of it is covered. */
        CoveredJob: {
            code: string;
            /** @description How many core skills it has; without any, there is nothing to cover. */
            core: number;
            /** @description How many of them the training teaches. */
            covered: number;
            label: string;
            missing: components["schemas"]["MissingSkill"][];
        };
        /** @description How a badge names its holder. */
        CreateBadge: {
            /** @description Whether the name stands in it; the address always does, as a salted hash. */
            with_name?: boolean;
        };
        /** @description The company a person wants to recruit for. */
        CreateCompany: {
            /** @description The establishment's number; spaces, dots and hyphens are ignored. */
            siret: string;
        };
        /** @description What to prove. */
        CreatePassportDisclosure: {
            /**
             * Format: int32
             * @description That it is validated at this level or a higher one, 1 to 4; null: that it is validated, whatever the level.
             */
            at_least?: number | null;
            /** @description Code of the skill. */
            skill: string;
        };
        /** @description An export to write. */
        CreatePassportExport: {
            /** @description What of the passport; all of it where nothing is said. Only a ZIP takes the files of proofs. */
            content?: components["schemas"]["PassportChoice"];
            /** @description In which form. */
            format: components["schemas"]["PassportFormat"];
        };
        /** @description A link to give out. */
        CreatePassportShare: {
            /**
             * @description What it shows, as it is whenever somebody looks; proofs only where they are chosen. For a recruiter where no audience is
             *     named.
             */
            content?: components["schemas"]["PassportChoice"];
            /**
             * Format: int64
             * @description For how many days: 7, 30 or 90.
             */
            days: number;
            /** @description 8 to 128 characters, told to the recipient by another way; null: none is asked for. */
            password?: string | null;
            /** @description To whom: a name or an organisation, in the person's words; they alone read it. */
            recipient: string;
        };
        /** @description A search to keep. */
        CreateSavedSearch: {
            /** @description What it is called: 1 to 100 characters, no two alike. */
            name: string;
            /** @description What it asks, as `POST /profile-search` takes it. */
            search: components["schemas"]["SearchCriteria"];
        };
        /** @description A validation to record. */
        CreateValidation: {
            /** @description What the trainer adds, 2000 characters at most. */
            comment?: string | null;
            /**
             * Format: date
             * @description Last day on which it counts (Europe/Paris); null = for ever.
             */
            expires_on?: string | null;
            /** @description A grid of the organisation; its newest version counts. */
            grid_id: components["schemas"]["GridId"];
            /** @description Codes of the training's jobs. */
            jobs?: string[];
            /** @description A trainee of the organisation. */
            person_id: components["schemas"]["PersonId"];
            /** @description Code of the skill. */
            skill: string;
            /**
             * Format: int32
             * @description Place of the step reached, counted from 0.
             */
            step: number;
        };
        /** @description One condition on one skill. */
        CriterionBody: {
            /**
             * Format: int64
             * @description Highest level, 1 to 4.
             */
            max_level?: number | null;
            /**
             * Format: int64
             * @description Lowest level, 1 to 4.
             */
            min_level?: number | null;
            /** @description Whether people who do not meet it are left out. */
            required?: boolean;
            /** @description Code of the skill, digits. */
            skill: string;
            /** @description Whether the skill must be validated. */
            status?: components["schemas"]["StatusBody"];
        };
        /** @description From one hour to another, in Paris. */
        DayHours: {
            /** @description `12:30`, on the same day. */
            end_time: string;
            /** @description `09:00` */
            start_time: string;
        };
        /** @description A decision that attests something. */
        DecideExperience: {
            /**
             * Format: date
             * @description Last day on which the validations count; never after that of the experience. Null: as the experience.
             */
            expires_on?: string | null;
            file_id?: components["schemas"]["FileId"] | null;
            proofs: components["schemas"]["ExperienceProofsDraft"];
            /** @description Every claimed skill, and any other that the proofs show. */
            skills: components["schemas"]["ExperienceVerdictDraft"][];
            /** @description To the person, 2000 characters at most. */
            text?: string | null;
        };
        /** @description What becomes of a line. */
        DecideNotice: {
            decision: components["schemas"]["NoticeDecision"];
        };
        /** @description A level to declare. */
        DeclareSkill: {
            /**
             * Format: int64
             * @description 1 notions, 2 guided, 3 autonomous, 4 expert.
             */
            level: number;
        };
        /**
         * @description Whether a document holds.
         * @enum {string}
         */
        DocumentStanding: "valid" | "replaced";
        /** @description A professional domain. */
        DomainLeaf: {
            /** @description Letter and two digits. */
            code: string;
            /**
             * Format: int32
             * @description How many active jobs it has.
             */
            jobs: number;
            /** @description Its name. */
            label: string;
        };
        /** @description What to declare for a session. */
        EdofAssistant: {
            /** @description How rates are computed, in French. */
            formula: string;
            /** @description Each trainee, by name. */
            lines: components["schemas"]["EdofLine"][];
        };
        /** @description What to declare for one trainee, and until when. */
        EdofLine: {
            /** @description How the rate was computed, in French, with the figures. */
            computation: string;
            /**
             * Format: date
             * @description Until when the entry is to be declared: three working days later.
             */
            declare_entry_by?: string | null;
            /**
             * Format: date
             * @description Until when the exit and the service done are to be declared.
             */
            declare_exit_by?: string | null;
            /** @description Who. */
            enrolment_id: components["schemas"]["EnrolmentId"];
            /**
             * Format: date
             * @description The day on which they were first there; null while they never were.
             */
            entered_on?: string | null;
            /** @description First name. */
            first_name: string;
            /** @description Whether they left before the end. */
            has_abandoned: boolean;
            /** @description Last name. */
            last_name: string;
            /**
             * Format: date
             * @description The day on which it ended for them; null while it goes on.
             */
            left_on?: string | null;
            /** @description What to declare; people decide. */
            proposal: components["schemas"]["EdofProposal"];
            /** @description The file number, where the organisation wrote one. */
            reference?: string | null;
            /** @description Minutes planned, followed, missed. */
            totals: components["schemas"]["AttendanceTotals"];
        };
        /** @description What is proposed for one trainee. */
        EdofProposal: {
            /**
             * Format: int32
             * @description The completion rate in thousandths, rounded down.
             */
            completion_rate?: number | null;
            /**
             * Format: int32
             * @description Minutes planned that were not followed.
             */
            missed_minutes: number;
            reason?: components["schemas"]["PartialReason"] | null;
            /** @description Total, partial or none. */
            service_done: components["schemas"]["ServiceDone"];
        };
        /** @description A participant of a session, as the organisation wrote them. */
        Enrolment: {
            /**
             * Format: date-time
             * @description When they were written first: those who wait move up in this order.
             */
            created_at: string;
            /** @description Not shown to trainers. */
            email?: string | null;
            /** @description Who employs them; null for job seekers, and while it is not known. */
            employer?: string | null;
            /**
             * Format: date
             * @description The last one; null: until the end.
             */
            ends_on?: string | null;
            first_name: string;
            /** @description Whether attendance was taken: such an enrolment is ended, never cancelled. */
            has_attendance: boolean;
            id: components["schemas"]["EnrolmentId"];
            last_name: string;
            merged_into?: components["schemas"]["EnrolmentId"] | null;
            person_id?: components["schemas"]["PersonId"] | null;
            /** @description Why, when it ended early. */
            reason?: string | null;
            /** @description The organisation's own number for them. */
            reference?: string | null;
            /**
             * Format: date
             * @description First day on which they are expected.
             */
            starts_on: string;
            status: components["schemas"]["EnrolmentStatus"];
            /**
             * Format: date-time
             * @description Since when.
             */
            status_at: string;
            /**
             * Format: int32
             * @description To be sent back as `If-Match`.
             */
            version: number;
        };
        /** @description The account to join to a participant. */
        EnrolmentAccount: {
            /** @description A member of the organisation. */
            person_id: components["schemas"]["PersonId"];
        };
        /** @description A participant with their history. */
        EnrolmentDetails: components["schemas"]["Enrolment"] & {
            /** @description What happened, oldest first. */
            history: components["schemas"]["EnrolmentHistory"][];
        };
        /** @description Something that happened to an enrolment. */
        EnrolmentHistory: {
            /** Format: date-time */
            at: string;
            /** @description Null once the account is gone, or when the clock did it. */
            by?: string | null;
            /** @description `enrol` when it began, a step, `write`, `join` or `merge`. */
            event: string;
            from_status?: components["schemas"]["EnrolmentStatus"] | null;
            /**
             * Format: date
             * @description The day it is about: the last one of somebody who left.
             */
            on?: string | null;
            reason?: string | null;
            to_status: components["schemas"]["EnrolmentStatus"];
        };
        /**
         * Format: uuid
         * @description A participant of a session.
         */
        EnrolmentId: string;
        /** @description What a file would do, or did. */
        EnrolmentImport: {
            /**
             * Format: date-time
             * @description When it was; null while nothing was written.
             */
            confirmed_at?: string | null;
            counts: components["schemas"]["ImportCounts"];
            /**
             * Format: date-time
             * @description Until when it can be confirmed.
             */
            expires_at: string;
            id: components["schemas"]["EnrolmentImportId"];
            /** @description Headings of columns that mean nothing here. */
            ignored_columns: string[];
            /** @description Row by row, in the file's order. */
            rows: components["schemas"]["ImportRow"][];
        };
        /**
         * Format: uuid
         * @description A file of participants that was read and waits for its confirmation.
         */
        EnrolmentImportId: string;
        /** @description A step of a participant. */
        EnrolmentMove: {
            /**
             * Format: date
             * @description The last day of somebody who leaves, today at the latest.
             */
            on?: string | null;
            /** @description 500 characters at most; needed of somebody who leaves. */
            reason?: string | null;
            step: components["schemas"]["StaffStep"];
        };
        /**
         * @description How far somebody's participation is.
         * @enum {string}
         */
        EnrolmentStatus: "waiting" | "invited" | "enrolled" | "confirmed" | "abandoned" | "finished" | "cancelled";
        /** @description An element an entry rests on. */
        EntryEvidence: {
            attempt?: components["schemas"]["EvidenceAttempt"] | null;
            /** @description Of the file, also once it is gone. */
            file_sha256?: string | null;
            /** @description Whether there is a file to download. */
            has_file: boolean;
            id: components["schemas"]["EvidenceId"];
            /** @description `quiz_attempt`, `note` or `file`. */
            kind: string;
            note?: string | null;
            title: string;
            visibility: components["schemas"]["EvidenceVisibility"];
        };
        /** @description A link of a chain. */
        EntryLink: {
            /**
             * Format: int32
             * @description From 1.
             */
            number: number;
            /** @description Its hash; the next link names it. */
            sha256: string;
        };
        /** @description An entry, and everything that proves it. */
        EntryProof: {
            entry: components["schemas"]["ValidationView"];
            evidence: components["schemas"]["EntryEvidence"][];
            link?: components["schemas"]["EntryLink"] | null;
            organisation_id: components["schemas"]["OrganisationId"];
            /** @description What the person says of it, and the organisation's answers, oldest first. */
            replies: components["schemas"]["EntryReply"][];
            scale?: components["schemas"]["EntryScale"] | null;
            /** @description Title of the session it was written in. */
            session_title?: string | null;
            status: components["schemas"]["EntryStatus"];
        };
        /** @description What a person says of an entry, and what the organisation answers. */
        EntryReply: {
            answer?: string | null;
            /** Format: date-time */
            answered_at?: string | null;
            answered_by_name?: string | null;
            /**
             * Format: date
             * @description Last day on which the organisation answers in time.
             */
            due_on: string;
            id: components["schemas"]["ReplyId"];
            /** @description Whether that day has passed without an answer. */
            is_overdue: boolean;
            /** Format: date-time */
            replied_at: string;
            text: string;
        };
        /** @description A version of a grid. */
        EntryScale: {
            name: string;
            /** @description Lowest first. */
            steps: components["schemas"]["EntryStep"][];
        };
        /**
         * @description Where an entry stands.
         * @enum {string}
         */
        EntryStatus: "validated" | "not_acquired" | "revoked" | "superseded" | "expired";
        /** @description A step of it. */
        EntryStep: {
            /**
             * Format: int32
             * @description On the common scale.
             */
            common_level?: number | null;
            name: string;
            passing: boolean;
            /**
             * Format: int32
             * @description From 0.
             */
            position: number;
        };
        /** @description An entry of ESCO, the European classification. */
        EscoLink: {
            /** @description Its French name; empty where the publisher gives none. */
            label: string;
            /** @description Its address, which is also its identifier. */
            uri: string;
        };
        /** @description The result of an attempt at a quiz. */
        EvidenceAttempt: {
            /** Format: uuid */
            id: string;
            /** @description Null where nothing is passed or failed. */
            passed?: boolean | null;
            /**
             * Format: int32
             * @description Share of the points, 0 to 100.
             */
            percent: number;
            /** Format: date-time */
            published_at: string;
            quiz: string;
        };
        /** @description Who sees an element of evidence of one's own passport. */
        EvidenceChoice: {
            visibility: components["schemas"]["EvidenceVisibility"];
        };
        /**
         * Format: uuid
         * @description What an entry rests on.
         */
        EvidenceId: string;
        /**
         * @description Who sees an element of evidence.
         * @enum {string}
         */
        EvidenceVisibility: "organisation" | "shared";
        /** @description A skill that no result holds. */
        ExclusionBody: {
            /** @description Code of the skill, digits. */
            skill: string;
        };
        /** @description What is expected of the answer. */
        ExpectedAnswer: {
            /** @description The choices, 2 to 20; exactly one is right. */
            choices: components["schemas"]["QuestionChoice"][];
            /** @enum {string} */
            kind: "single";
        } | {
            /** @description The choices, 2 to 20; at least one is right. */
            choices: components["schemas"]["QuestionChoice"][];
            /** @enum {string} */
            kind: "multiple";
            /** @description What a partly right answer is worth. People are shown it. */
            partial_credit: components["schemas"]["PartialCredit"];
        } | {
            /** @description What whoever answered « faux » reads afterwards; may be empty. */
            feedback_false: string;
            /** @description What whoever answered « vrai » reads afterwards; may be empty. */
            feedback_true: string;
            /** @description Whether it is true. */
            is_true: boolean;
            /** @enum {string} */
            kind: "true_false";
        } | {
            /** @description What is accepted, 1 to 20, the best first. */
            accepted: components["schemas"]["AcceptedAnswer"][];
            /** @description What is overlooked when they are compared. */
            ignores: components["schemas"]["Normalisation"];
            /** @enum {string} */
            kind: "short_text";
        } | {
            /** @enum {string} */
            kind: "number";
            /**
             * Format: double
             * @description How far from it is still right, on either side; 0: exactly.
             */
            tolerance: number;
            /** @description Its unit, shown behind the field; may be empty. It is not part of the answer. */
            unit: string;
            /**
             * Format: double
             * @description The expected number.
             */
            value: number;
        } | {
            /** @enum {string} */
            kind: "long_text";
            /**
             * Format: int32
             * @description Most characters of the answer.
             */
            max_characters: number;
            /** @description What it is graded by; may be empty. The criteria's points add up to the question's. */
            rubric: components["schemas"]["RubricCriterion"][];
        } | {
            /** @enum {string} */
            kind: "file";
            /** @description What is accepted. */
            kinds: components["schemas"]["AnswerFileKind"][];
            /**
             * Format: int64
             * @description Largest size of each file, in bytes.
             */
            max_bytes: number;
            /**
             * Format: int32
             * @description Most files of the answer.
             */
            max_files: number;
            /** @description What it is graded by; may be empty. The criteria's points add up to the question's. */
            rubric: components["schemas"]["RubricCriterion"][];
        };
        /** @description What a person learnt elsewhere. */
        Experience: {
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            declared_at?: string | null;
            description: string;
            /**
             * Format: date
             * @description Null while it goes on.
             */
            ended_on?: string | null;
            /**
             * Format: date
             * @description Last day (Europe/Paris) on which what it claims counts.
             */
            expires_on?: string | null;
            /** @description Whether it is kept out of the search. */
            hidden: boolean;
            /** @description Its id. */
            id: components["schemas"]["ExperienceId"];
            jobs: components["schemas"]["ExperienceJob"][];
            /** @description Where it was done; may be empty. */
            organisation_name: string;
            /** @description In which place; may be empty. */
            place: string;
            proofs: components["schemas"]["ExperienceProof"][];
            /** @description The organisation that wrote it down for its trainee, by its name of that day. */
            proposed_by?: string | null;
            skills: components["schemas"]["ExperienceClaim"][];
            /** Format: date */
            started_on?: string | null;
            /** @description What its person did with it, and how far organisations are. */
            status: components["schemas"]["ExperienceStatus"];
            submissions: components["schemas"]["ExperienceSubmission"][];
            title: string;
            /**
             * Format: int32
             * @description Counts changes of what it says; `PUT` starts from it.
             */
            version: number;
            /** Format: date-time */
            withdrawn_at?: string | null;
        };
        /** @description Who looks at a submission. */
        ExperienceAssignee: {
            name: string;
            person_id: components["schemas"]["PersonId"];
        };
        /** @description A claimed skill, and what became of the claim. */
        ExperienceClaim: {
            /** @description Its label when it was claimed. */
            label: string;
            /**
             * Format: int32
             * @description 1 to 4.
             */
            level: number;
            /**
             * Format: int32
             * @description Release of the catalogue then.
             */
            release: number;
            /** @description Code of the skill. */
            skill: string;
            trace: components["schemas"]["ExperienceTrace"];
        };
        /** @description A claimed skill. */
        ExperienceClaimDraft: {
            /**
             * Format: int64
             * @description 1 notions, 2 guided, 3 autonomous, 4 expert.
             */
            level: number;
            /** @description Code of the skill. */
            skill: string;
        };
        /** @description What an organisation decided: two judgements, one of the proofs, one of each skill. */
        ExperienceDecision: {
            /** Format: date-time */
            decided_at: string;
            /** @description By the name of that day. */
            decided_by: string;
            file?: components["schemas"]["FileCard"] | null;
            /** @description Whether the proofs are authentic. */
            proofs: components["schemas"]["ExperienceProofsJudgement"];
            proofs_reason?: string | null;
            refusal?: components["schemas"]["ExperienceRefusal"] | null;
            skills: components["schemas"]["ExperienceJudgement"][];
            text?: string | null;
        };
        /** @description An experience as it is sent; `PUT` replaces it whole. */
        ExperienceDraft: {
            /** @description In one's own words, 5000 characters at most. */
            description?: string;
            /**
             * Format: date
             * @description Last day, not in the future; null while it goes on.
             */
            ended_on?: string | null;
            /**
             * Format: date
             * @description Last day on which what it claims counts; null = for ever.
             */
            expires_on?: string | null;
            /** @description Codes of the jobs it belongs to, 20 at most: they give the profile its ROME codes. */
            jobs?: string[];
            /** @description Where it was done, 200 characters at most. */
            organisation_name?: string;
            /** @description In which place, 200 characters at most. */
            place?: string;
            /** @description The skills one says one took from it, 30 at most. */
            skills?: components["schemas"]["ExperienceClaimDraft"][];
            /**
             * Format: date
             * @description First day, not in the future; needed to declare it.
             */
            started_on?: string | null;
            /** @description What it was, 1 to 200 characters. */
            title: string;
        };
        /**
         * Format: uuid
         * @description What somebody learnt elsewhere, in their own words.
         */
        ExperienceId: string;
        /** @description A job the person names. */
        ExperienceJob: {
            code: string;
            /** @description Its label when it was named. */
            label: string;
            /**
             * Format: int32
             * @description Release of the catalogue then.
             */
            release: number;
        };
        /** @description What an organisation made of one skill. */
        ExperienceJudgement: {
            /** Format: int32 */
            claimed_level?: number | null;
            /** @description Whether that entry was revoked, or replaced, since. */
            ended: boolean;
            label: string;
            /**
             * Format: int32
             * @description On the common scale, if the step has a place there.
             */
            level?: number | null;
            reason?: string | null;
            skill: string;
            step_name?: string | null;
            validation_id?: components["schemas"]["ValidationId"] | null;
            verdict: components["schemas"]["ExperienceVerdict"];
        };
        /** @description A proof, as its own person sees it. */
        ExperienceProof: {
            /** Format: date-time */
            added_at: string;
            /** Format: int64 */
            bytes: number;
            /** @description Of the masked copy. */
            copy_sha256?: string | null;
            id: components["schemas"]["ExperienceProofId"];
            mask: components["schemas"]["ExperienceProofMask"];
            /** @description Why the masked copy could not be made: `unreadable`, `too_large`, `unknown_page`. */
            mask_fault?: string | null;
            media_type: string;
            name: string;
            /** Format: date-time */
            removed_at?: string | null;
            /** @description Of the file as it is kept; it stays when the file is removed. */
            sha256: string;
            /** @description Where what others see is. */
            shown: components["schemas"]["ExperienceProofState"];
            /** @description Where the file is; `infected` is never told here. */
            state: components["schemas"]["ExperienceProofState"];
            /** @description What is masked. */
            zones: components["schemas"]["ExperienceProofZone"][];
        };
        /**
         * Format: uuid
         * @description A file that proves an experience.
         */
        ExperienceProofId: string;
        /**
         * @description Where the masked copy of a proof is.
         * @enum {string}
         */
        ExperienceProofMask: "none" | "making" | "ready" | "failed";
        /** @description Somebody of an organisation opened a proof. */
        ExperienceProofReading: {
            /** @description Whether they saw the masked copy; else the file itself, in which nothing was masked then. */
            masked: boolean;
            organisation_id: components["schemas"]["OrganisationId"];
            /** @description When it was chosen. */
            organisation_name: string;
            proof_id: components["schemas"]["ExperienceProofId"];
            proof_name: string;
            /** Format: date-time */
            read_at: string;
            /** @description Who, by the name of that day. */
            reader: string;
        };
        /** @description What is thought of the proofs. */
        ExperienceProofsDraft: {
            /** @description Whether they are authentic. */
            judgement: components["schemas"]["ExperienceProofsJudgement"];
            /** @description Why, 1000 characters at most; needed unless they are authentic. */
            reason?: string | null;
        };
        /**
         * @description Whether proofs are authentic.
         * @enum {string}
         */
        ExperienceProofsJudgement: "authentic" | "not_authentic" | "undetermined";
        /**
         * @description Where a proof is with the antivirus, and with the masking of its zones.
         * @enum {string}
         */
        ExperienceProofState: "waiting" | "clean" | "infected" | "error" | "removed";
        /** @description A rectangle to mask, in fractions of the page as it is shown, from its upper left corner. */
        ExperienceProofZone: {
            /**
             * Format: float
             * @description Height, above 0, within the page.
             */
            height: number;
            /**
             * Format: int32
             * @description The page, counted from 1; 1 for a picture.
             */
            page: number;
            /**
             * Format: float
             * @description Width, above 0, within the page.
             */
            width: number;
            /**
             * Format: float
             * @description Left edge, 0 to 1.
             */
            x: number;
            /**
             * Format: float
             * @description Top edge, 0 to 1.
             */
            y: number;
        };
        /**
         * @description Why an experience is refused.
         * @enum {string}
         */
        ExperienceRefusal: "other_holder" | "unreadable" | "not_authentic" | "unrelated" | "insufficient" | "outside_scope" | "other";
        /** @description An organisation that an experience can be put before. */
        ExperienceReviewer: {
            id: components["schemas"]["OrganisationId"];
            name: string;
            siret?: string | null;
        };
        /**
         * @description What is shown of an experience: what its person did with it, and how far organisations are.
         * @enum {string}
         */
        ExperienceStatus: "draft" | "proposed" | "declared" | "submitted" | "to_complete" | "validated" | "completed" | "refused" | "withdrawn";
        /** @description A line of the history. */
        ExperienceStep: {
            /** Format: date-time */
            at: string;
            /** @description By the name of that day. */
            by: string;
            kind: components["schemas"]["ExperienceStepKind"];
            text?: string | null;
        };
        /**
         * @description What happened to a submission.
         * @enum {string}
         */
        ExperienceStepKind: "submitted" | "asked" | "resubmitted" | "validated" | "completed" | "refused" | "withdrawn";
        /** @description The experience before one organisation. */
        ExperienceSubmission: {
            decision?: components["schemas"]["ExperienceDecision"] | null;
            /**
             * Format: date
             * @description By when an answer is expected.
             */
            due_on: string;
            history: components["schemas"]["ExperienceStep"][];
            id: components["schemas"]["ExperienceSubmissionId"];
            /** @description What the person wrote to it. */
            message: string;
            organisation_id: components["schemas"]["OrganisationId"];
            /** @description When it was chosen. */
            organisation_name: string;
            /**
             * Format: int32
             * @description How often it was put before this organisation; five times at most.
             */
            round: number;
            status: components["schemas"]["ExperienceSubmissionStatus"];
            /**
             * Format: date-time
             * @description The last time.
             */
            submitted_at: string;
        };
        /**
         * Format: uuid
         * @description An experience put before an organisation.
         */
        ExperienceSubmissionId: string;
        /**
         * @description How far one organisation is with an experience.
         * @enum {string}
         */
        ExperienceSubmissionStatus: "submitted" | "to_complete" | "validated" | "completed" | "refused" | "withdrawn";
        /** @description A claim in one line. */
        ExperienceTrace: {
            /**
             * Format: int32
             * @description On the common scale, where it was attested there.
             */
            level?: number | null;
            /** @description The same as people read it, in French. */
            line: string;
            /**
             * Format: date
             * @description The day it decided.
             */
            on?: string | null;
            /** @description The organisation, by its name of that time. */
            organisation?: string | null;
            /** @description Proofs that are there. */
            proofs: number;
            /** @description Proofs that were removed since. */
            removed: number;
            verdict?: components["schemas"]["ExperienceVerdict"] | null;
        };
        /**
         * @description What an organisation made of one skill.
         * @enum {string}
         */
        ExperienceVerdict: "attested" | "adjusted" | "added" | "refused";
        /** @description What is thought of one skill. */
        ExperienceVerdictDraft: {
            grid_id?: components["schemas"]["GridId"] | null;
            /** @description Why, 1000 characters at most; needed where it is not attested. */
            reason?: string | null;
            /** @description Code of the skill: one that is claimed, or one more. */
            skill: string;
            /**
             * Format: int32
             * @description Place of the step reached, counted from 0; one that means acquired.
             */
            step?: number | null;
        };
        /** @description Whether the search knows of an experience. */
        ExperienceVisibility: {
            /** @description True: neither its skills nor its jobs count in the search. It stays in the passport. */
            hidden: boolean;
        };
        /** @description Something a passport proves. */
        ExportedClaim: {
            /** @enum {string} */
            kind: "skill_at_least";
            /**
             * Format: int32
             * @description 1 to 4.
             */
            level: number;
            /** @description The skill. */
            skill: components["schemas"]["ExportedSkillName"];
            /**
             * Format: date
             * @description Last day through which that is so, as far as is known; null = for ever.
             */
            until?: string | null;
        } | {
            /** @enum {string} */
            kind: "skill_validated";
            /** @description The skill. */
            skill: components["schemas"]["ExportedSkillName"];
            /**
             * Format: date
             * @description Last day through which that is so, as far as is known; null = for ever.
             */
            until?: string | null;
        } | {
            /** @description The validation. */
            id: components["schemas"]["ValidationId"];
            /** @enum {string} */
            kind: "validation";
            /**
             * Format: int32
             * @description Its place on the common scale.
             */
            level?: number | null;
            /** @description The step reached, in the organisation's words. */
            level_name: string;
            /** @description Its number of declaration of activity. */
            nda?: string | null;
            /** @description The organisation, as it signed then. */
            organisation: string;
            /** @description Its SIRET. */
            siret?: string | null;
            /** @description The skill, as it was named then. */
            skill: components["schemas"]["ExportedSkillName"];
            /**
             * Format: date
             * @description Last day on which it counts; null = for ever.
             */
            until?: string | null;
            /** @description When, to the second. */
            validated_at: string;
        };
        /** @description What a person says of a skill. */
        ExportedDeclaration: {
            /** @description When they said so. */
            declared_at: string;
            /**
             * Format: int32
             * @description 1 notions, 2 guided, 3 autonomous, 4 expert.
             */
            level: number;
        };
        /** @description What a validation rests on. The person decides what of it others see. */
        ExportedEvidence: {
            /** @description `quiz_attempt`, `note` or `file`. */
            kind: string;
            /** @description What the note says. */
            note?: string | null;
            /** @description Where the file is in the ZIP; absent where it does not go with the export. */
            path?: string | null;
            /** @description SHA-256 of the file, where it is one. */
            sha256?: string | null;
            /** @description The title of the quiz, of the note or of the file. */
            title: string;
        };
        /** @description An experience of one's own. */
        ExportedExperience: {
            /** @description The skills the person claims. */
            claims: components["schemas"]["ExportedExperienceClaim"][];
            /** @description When it was first written. */
            created_at: string;
            /** @description What was done. */
            description: string;
            /**
             * Format: date
             * @description Its last day; null while it goes on.
             */
            ended_on?: string | null;
            /**
             * Format: date
             * @description Last day on which what it claims counts; null = for ever.
             */
            expires_on?: string | null;
            /**
             * Format: uuid
             * @description Its id, the same in every export.
             */
            id: string;
            /** @description Codes of the jobs the person names for it. */
            jobs: string[];
            /** @description Where it was had, in the person's words; empty where they do not say. */
            organisation: string;
            /** @description In what place; empty where they do not say. */
            place: string;
            /** @description Its files: always their hashes, the files themselves in a ZIP that was asked for with proofs. */
            proofs: components["schemas"]["ExportedExperienceProof"][];
            /**
             * Format: date
             * @description Its first day, or the only one.
             */
            started_on?: string | null;
            /** @description What the person did with it: `draft`, `declared` or `withdrawn`. */
            status: string;
            /** @description The organisations it was put before; the oldest first. */
            submissions: components["schemas"]["ExportedSubmission"][];
            /** @description Its title. */
            title: string;
        };
        /** @description A skill the person claims to have shown. */
        ExportedExperienceClaim: {
            /**
             * Format: int32
             * @description The level claimed, 1 to 4.
             */
            level: number;
            /** @description The skill. */
            skill: components["schemas"]["ExportedSkillName"];
        };
        /** @description A file that proves an experience. */
        ExportedExperienceProof: {
            /** @description When it was added. */
            added_at: string;
            /**
             * Format: int64
             * @description Its length in bytes.
             */
            bytes: number;
            /** @description SHA-256 of the copy that others see, where zones are masked. */
            copy_sha256?: string | null;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Its media type. */
            media_type: string;
            /** @description The name of the file. */
            name: string;
            /** @description Where it is in the ZIP; null where the file does not go with the export. */
            path?: string | null;
            /** @description When the person removed it (« pièce retirée »): its hash stays. */
            removed_at?: string | null;
            /** @description SHA-256 of the file as it was sent. */
            sha256: string;
        };
        /** @description Something another platform attested: checked by its signature, never validated here. */
        ExportedExternalEntry: {
            /**
             * Format: uuid
             * @description Its id here.
             */
            id: string;
            /** @description When it was imported here. */
            imported_at: string;
            /**
             * Format: date
             * @description The day it was issued on there.
             */
            issued_on: string;
            /** @description The platform or organisation that signed, as it names itself. */
            issuer: string;
            /** @description Its address or identifier. */
            issuer_id?: string | null;
            /** @description The key that signed, by name. */
            key_id: string;
            /** @description What vouches for it. */
            kind: components["schemas"]["ExternalEntryKind"];
            /** @description The number of the document there. */
            number?: string | null;
            /** @description SHA-256 of the file. */
            sha256: string;
            /** @description What it attests. */
            skills: components["schemas"]["ExternalSkill"][];
        };
        /** @description A version of a grid. */
        ExportedGrid: {
            /** @description The grid. */
            id: components["schemas"]["GridId"];
            /** @description Its name. */
            name: string;
            /** @description Its steps, the lowest first. */
            steps: components["schemas"]["ExportedGridStep"][];
            /**
             * Format: int32
             * @description The version.
             */
            version: number;
        };
        /** @description A step of a grid. */
        ExportedGridStep: {
            /**
             * Format: int32
             * @description Its place on the common scale, 1 to 4.
             */
            common_level?: number | null;
            /** @description Whether it means acquired. */
            is_passing: boolean;
            /** @description Its name. */
            name: string;
        };
        /** @description What the root is signed with. */
        ExportedHead: {
            /** @description First name of the holder. */
            first_name: string;
            /**
             * Format: date
             * @description The day as of which the claims are true.
             */
            issued_on: string;
            /** @description The platform that signs. */
            issuer: string;
            /** @description Last name of the holder. */
            last_name: string;
            /** @description The number of the export it comes from. */
            number: string;
            /** @description The root. */
            root: string;
            /**
             * Format: int32
             * @description How many digests the tree has at its base: a power of two.
             */
            size: number;
            /** @description Where whoever holds it asks whether it is still valid. */
            verification_url: string;
        };
        /** @description Whose passport it is. */
        ExportedHolder: {
            /** @description Where the person is written to, if they chose to tell. */
            email?: string | null;
            /** @description First name, today. */
            first_name: string;
            /** @description Other names under which entries were written, with the note that they are the same person; the newest first. */
            former_names: string[];
            /** @description Last name, today. */
            last_name: string;
        };
        /** @description What an organisation made of one skill. */
        ExportedJudgement: {
            /**
             * Format: int32
             * @description The level the person claimed, 1 to 4.
             */
            claimed_level?: number | null;
            /** @description Its label then. */
            label: string;
            /**
             * Format: int32
             * @description The level attested, 1 to 4 on the common scale.
             */
            level?: number | null;
            /** @description `attested`, `adjusted`, `added` or `refused`. */
            outcome: string;
            /** @description Why. */
            reason?: string | null;
            /** @description Code of the skill. */
            skill: string;
            /** @description The step attested, in the organisation's words. */
            step_name?: string | null;
            validation?: components["schemas"]["ValidationId"] | null;
        };
        /** @description A claim and its salt. */
        ExportedLeaf: {
            /** @description What is proved. */
            claim: components["schemas"]["ExportedClaim"];
            /** @description 32 hexadecimal digits that nobody can guess: a likely claim cannot be tried against a digest. */
            salt: string;
        };
        /** @description A level, on the grid it was read from. */
        ExportedLevel: {
            /**
             * Format: int32
             * @description Its place on the common scale, 1 to 4; null where it is on none.
             */
            common_level?: number | null;
            grid_id?: components["schemas"]["GridId"] | null;
            /**
             * Format: int32
             * @description Its version then.
             */
            grid_version?: number | null;
            /** @description Whether it means acquired. */
            is_passing: boolean;
            /** @description Its name. */
            name: string;
            /**
             * Format: int32
             * @description Place of the step, counted from 0.
             */
            step?: number | null;
        };
        /** @description An organisation as it signed, and what the registers said of it that day: `unverified`, `confirmed` or `contradicted`. */
        ExportedOrganisation: {
            /** @description When they had last told. */
            checked_at?: string | null;
            /** @description Its legal name. */
            legal_name?: string | null;
            /** @description What people know it by. */
            name: string;
            /** @description Its number of declaration of activity. */
            nda?: string | null;
            /** @description What the registers said of it. */
            nda_check?: string | null;
            /** @description What they said of its Qualiopi certification; null when it claimed none. */
            qualiopi?: string | null;
            /**
             * @description The kinds of action it was certified for, where the registers confirmed it: `training`, `skills_assessment`,
             *     `experience_validation`, `apprenticeship`.
             */
            qualiopi_categories?: string[];
            /** @description Its SIRET. */
            siret?: string | null;
            /** @description What the register said of it. */
            siret_check?: string | null;
        };
        /** @description An answer to a validation. */
        ExportedReply: {
            /** @description When. */
            at: string;
            /** @description Who says so. */
            author: components["schemas"]["ExportedReplyAuthor"];
            /** @description What. */
            text: string;
        };
        /**
         * @description Who speaks.
         * @enum {string}
         */
        ExportedReplyAuthor: "holder" | "organisation";
        /** @description That a validation was taken back. */
        ExportedRevocation: {
            /** @description Why, in words. */
            reason: string;
            /** @description Why, by code. */
            reason_code: string;
            /** @description When. */
            revoked_at: string;
        };
        /** @description What was chosen. Without skills and days it is the whole passport. */
        ExportedScope: {
            /** @description For whom. */
            audience: components["schemas"]["PassportAudience"];
            /**
             * Format: date
             * @description From this day on.
             */
            from?: string | null;
            /** @description Whether it is the whole passport. */
            is_whole: boolean;
            /** @description The codes of the chosen skills, in order; all where it is empty. */
            skills: string[];
            /**
             * Format: date
             * @description Through this day.
             */
            to?: string | null;
            /** @description Whether the address of the person is in it. */
            with_contact: boolean;
            /** @description Whether the files of proofs go with it; their hashes always do. */
            with_proofs: boolean;
        };
        /** @description A session. */
        ExportedSession: {
            /**
             * Format: uuid
             * @description The session.
             */
            id: string;
            /** @description Its title. */
            title: string;
        };
        /** @description One line of the summary. */
        ExportedSkill: {
            declared?: components["schemas"]["ExportedDeclaration"] | null;
            /**
             * Format: int32
             * @description Entries from outside that name it.
             */
            external_count: number;
            /** @description The skill, as its newest entry names it. */
            skill: components["schemas"]["ExportedSkillName"];
            validated?: components["schemas"]["ExportedSkillLevel"] | null;
        };
        /** @description A level that counts. */
        ExportedSkillLevel: {
            /**
             * Format: int32
             * @description 1 to 4; null when validated by a step that is on no common level.
             */
            level?: number | null;
            /** @description When it was last proved. */
            proved_at: string;
            /**
             * Format: date
             * @description The last day through which it is so, as far as is known; null = for ever.
             */
            until?: string | null;
        };
        /** @description A skill and its words in a release of the catalogue. */
        ExportedSkillName: {
            /** @description Its code in the catalogue (ROME). */
            code: string;
            /** @description Its label then. */
            label: string;
            /**
             * Format: int32
             * @description The release then; 0 when there was none.
             */
            release: number;
        };
        /** @description An experience put before an organisation, and what it made of it. */
        ExportedSubmission: {
            /** @description When it decided. */
            decided_at?: string | null;
            /** @description Who decided, by the name they had. */
            decided_by?: string | null;
            /** @description What it made of each skill. */
            judgements: components["schemas"]["ExportedJudgement"][];
            /** @description The organisation, by the name it had when the person chose it. */
            organisation: string;
            /** @description Whether the proofs are authentic: `authentic`, `not_authentic` or `undetermined`. */
            proofs_judgement?: string | null;
            /** @description Why they are judged so. */
            proofs_reason?: string | null;
            /** @description Why it was refused, by code. */
            refusal?: string | null;
            /** @description `submitted`, `to_complete`, `validated`, `completed`, `refused` or `withdrawn`. */
            status: string;
            /** @description What happened, as both sides read it; the oldest first. */
            steps: components["schemas"]["ExportedSubmissionStep"][];
            /** @description When it was last put before it. */
            submitted_at: string;
            /** @description What the organisation says, in words. */
            text?: string | null;
        };
        /** @description Something that happened to a submission. */
        ExportedSubmissionStep: {
            /** @description When. */
            at: string;
            /** @description What, as it is stored: `submitted`, `asked`, `resubmitted`, `validated`… */
            kind: string;
            /** @description What was said. */
            text?: string | null;
        };
        /** @description One entry. */
        ExportedValidation: {
            /** @description What the trainer added. */
            comment?: string | null;
            /** @description The second person, where the organisation asks for two. */
            confirmed_by?: string | null;
            /** @description What it rests on. */
            evidence: components["schemas"]["ExportedEvidence"][];
            /**
             * Format: uuid
             * @description The experience it came out of.
             */
            experience?: string | null;
            /**
             * Format: date
             * @description Last day on which it counts; null = for ever.
             */
            expires_on?: string | null;
            /** @description Its id, the same in every export. */
            id: components["schemas"]["ValidationId"];
            /** @description Whether the skill was outside the programme of the session. */
            is_outside_programme: boolean;
            /** @description Codes of the training's jobs. */
            jobs: string[];
            /** @description What was reached. */
            level: components["schemas"]["ExportedLevel"];
            /** @description The organisation, as it signed then. */
            organisation: components["schemas"]["ExportedOrganisation"];
            /** @description What it came from: `organisation`, `session` or `experience`. */
            origin: string;
            /** @description What the person answered, and what the organisation said to that; the oldest first. */
            replies: components["schemas"]["ExportedReply"][];
            revocation?: components["schemas"]["ExportedRevocation"] | null;
            session?: components["schemas"]["ExportedSession"] | null;
            /** @description The skill, as it was named then. */
            skill: components["schemas"]["ExportedSkillName"];
            /** @description How it stood on the day of issue. */
            standing: components["schemas"]["ValidationStanding"];
            superseded_by?: components["schemas"]["ValidationId"] | null;
            supersedes?: components["schemas"]["ValidationId"] | null;
            /** @description When, to the second. */
            validated_at: string;
            /** @description Who validated, by the name they had; null in entries from before names were kept. */
            validated_by?: string | null;
        };
        /**
         * @description What vouches for an entry from outside.
         * @enum {string}
         */
        ExternalEntryKind: "passport" | "open_badge";
        /** @description A skill that another platform attested. */
        ExternalSkill: {
            /**
             * Format: date
             * @description The day.
             */
            attested_on?: string | null;
            /** @description Its code in the catalogue (ROME), where the document gives one. */
            code?: string | null;
            /**
             * Format: date
             * @description Last day on which it counts there; null = for ever.
             */
            expires_on?: string | null;
            /** @description Its label there. */
            label: string;
            /**
             * Format: int32
             * @description 1 to 4 on the common scale, where the document gives it.
             */
            level?: number | null;
            /** @description The level in the words of the document. */
            level_name?: string | null;
            /** @description Who attested it, as the document names it. */
            organisation?: string | null;
        };
        /**
         * @description A group of counts.
         * @enum {string}
         */
        FacetName: "rome" | "skills" | "levels" | "statuses";
        /** @description The counts asked for; each group says how many results the search would have after that choice. */
        FacetsView: {
            /** @description Lowest levels of each criterion. */
            levels?: components["schemas"]["LevelCountView"][] | null;
            /** @description Places in the catalogue. */
            rome?: components["schemas"]["RomeCountView"][] | null;
            /** @description Skills most held by the results. */
            skills?: components["schemas"]["SkillCountView"][] | null;
            /** @description Statuses of each criterion. */
            statuses?: components["schemas"]["StatusCountView"][] | null;
        };
        /** @description What is wrong with one field of the request. */
        FieldError: {
            /** @description Stable code of the fault, e.g. `too_long`. */
            code: string;
            /** @description French sentence for people. */
            message: string;
            /** @description JSON pointer to the field, e.g. `/criteria/0/skill`. Empty for the whole body. */
            pointer: string;
        };
        /** @description What is known of a file. Features answer it as it is. */
        FileCard: {
            /**
             * Format: int64
             * @description Its length.
             */
            bytes: number;
            /**
             * Format: date-time
             * @description When it was sent.
             */
            created_at: string;
            /** @description The file. */
            id: components["schemas"]["FileId"];
            /** @description What its bytes are. */
            media_type: string;
            /** @description Its name: data, never a path. */
            name: string;
            purpose?: components["schemas"]["Purpose"] | null;
            /** @description What the antivirus said. */
            scan: components["schemas"]["Scan"];
            /** @description Of its bytes as they are kept, in hexadecimal digits. */
            sha256: string;
            /**
             * @description What to know before it is opened: `open_action` (a PDF that does something when opened), `attachments` (a PDF with
             *     files inside).
             */
            warnings: string[];
        };
        /** @description Why a file does not hold. */
        FileFault: {
            /** @description For programs. */
            code: string;
            /** @description For people. */
            message: string;
        };
        /**
         * Format: uuid
         * @description A file of the object store.
         */
        FileId: string;
        /** @description Where a file can be had. */
        FileLink: {
            /**
             * Format: date-time
             * @description Until when.
             */
            expires_at: string;
            /** @description The address, on this site. */
            url: string;
        };
        /** @description What is taken. */
        FileRules: {
            /**
             * Format: int64
             * @description Bytes that the files of one organisation may take together.
             */
            organisation_bytes: number;
            /**
             * Format: int64
             * @description Bytes that the files of one person may take together.
             */
            person_bytes: number;
            /** @description What each purpose takes. */
            purposes: components["schemas"]["PurposeRules"][];
        };
        /** @description A slot of a generation. */
        GeneratedSlot: {
            /** @description Who or what is taken at that time: creating them needs a reason then. */
            conflicts: components["schemas"]["SlotConflict"][];
            /** Format: date-time */
            ends_at: string;
            /** @description Whether the session has it already: creating them is refused then. */
            exists: boolean;
            id?: components["schemas"]["SlotId"] | null;
            /** Format: date-time */
            starts_at: string;
        };
        /** @description What was created, or would be. */
        GeneratedSlots: {
            /** @description Whether nothing was written. */
            dry_run: boolean;
            /** @description Days of the rule that were left out. */
            left_out: components["schemas"]["LeftOut"][];
            slots: components["schemas"]["GeneratedSlot"][];
        };
        /** @description What somebody answers. */
        GivenAnswer: {
            /** @description The choice. */
            choice_id: components["schemas"]["ChoiceId"];
            /** @enum {string} */
            kind: "single";
        } | {
            /** @description The choices, each once. */
            choice_ids: components["schemas"]["ChoiceId"][];
            /** @enum {string} */
            kind: "multiple";
        } | {
            /** @description Whether it is said to be true. */
            is_true: boolean;
            /** @enum {string} */
            kind: "true_false";
        } | {
            /** @enum {string} */
            kind: "short_text";
            /** @description The words, 500 characters at most. */
            text: string;
        } | {
            /** @enum {string} */
            kind: "number";
            /**
             * Format: double
             * @description The number.
             */
            value: number;
        } | {
            /** @enum {string} */
            kind: "long_text";
            /** @description The text, as long as the question allows. */
            text: string;
        } | {
            /** @description Files that the person sent, each once, as many as the question allows. */
            file_ids: components["schemas"]["FileId"][];
            /** @enum {string} */
            kind: "file";
        };
        /** @description A letter with its domains. */
        GrandDomainTree: {
            /** @description The letter. */
            code: string;
            /** @description Its professional domains. */
            domains: components["schemas"]["DomainLeaf"][];
            /** @description Its name. */
            label: string;
        };
        /** @description A decision that may spare the next colleagues a review. */
        GrantRecruiter: {
            /**
             * @description Domain of an address the person confirmed (the one of the proof, or the one they sign in with), to be
             *     accepted for the company from now on; or null.
             */
            accept_domain?: string | null;
        };
        /** @description What is said of a skill of a person. */
        GridCell: {
            /** @description Code of the skill. */
            code: string;
            current?: components["schemas"]["GridEntry"] | null;
            /**
             * Format: int32
             * @description What the person declares, 1 to 4.
             */
            declared_level?: number | null;
            /** @description How many entries the organisation ever wrote. */
            entries: number;
            /** @description Whether a proposal waits for a second person. */
            is_waiting: boolean;
            person_id: components["schemas"]["PersonId"];
            /** @description What results of quizzes propose. */
            proposals: components["schemas"]["GridProposal"][];
            replaced?: components["schemas"]["ValidationId"] | null;
            status: components["schemas"]["CellStatus"];
            /**
             * Format: int64
             * @description Raised by each entry of the organisation and each end of one; a batch sends it back.
             */
            version: number;
        };
        /** @description An entry, as a cell shows it. */
        GridEntry: {
            /**
             * Format: int32
             * @description Its place on the common scale.
             */
            common_level?: number | null;
            /** @description The same on the column's scale, where a stored mapping gives exactly one step; never guessed. */
            converted?: string | null;
            /**
             * Format: date
             * @description Last day on which it counts.
             */
            expires_on?: string | null;
            id: components["schemas"]["ValidationId"];
            passing: boolean;
            session_id?: components["schemas"]["TrainingSessionId"] | null;
            /** @description What was found, in the words of its scale. */
            step_name: string;
            /** Format: date-time */
            validated_at: string;
        };
        /**
         * Format: uuid
         * @description A level grid of an organisation, whatever its version.
         */
        GridId: string;
        /** @description A level of a scale. */
        GridLevel: {
            /**
             * Format: int32
             * @description Its place on the common scale.
             */
            common_level?: number | null;
            name: string;
            /**
             * Format: int32
             * @description A step counted from 0, or 1 to 4 on the common scale.
             */
            value: number;
        };
        /** @description A row. */
        GridPerson: {
            first_name: string;
            last_name: string;
            /** @description Whether whoever reads this may validate them: nobody validates themselves. */
            may_be_validated: boolean;
            person_id: components["schemas"]["PersonId"];
            status: components["schemas"]["EnrolmentStatus"];
        };
        /** @description A level that a result proposes. */
        GridProposal: {
            /** Format: uuid */
            attempt_id: string;
            /**
             * Format: int32
             * @description On the column's scale.
             */
            level: number;
            /**
             * Format: int32
             * @description Share of the points, 0 to 100.
             */
            percent: number;
            /** Format: date-time */
            published_at: string;
            quiz: string;
        };
        /** @description A column. */
        GridSkill: {
            /** @description The skill of the catalogue it is; null for an own skill that is linked to none: it cannot be validated. */
            code?: string | null;
            grid_id?: components["schemas"]["GridId"] | null;
            /** Format: int32 */
            grid_version?: number | null;
            label: string;
            /** @description The levels of that scale, lowest first. */
            levels: components["schemas"]["GridLevel"][];
            /** @description Whether it is none of the programme. */
            off_programme: boolean;
            /**
             * Format: int32
             * @description The level from which it counts as acquired; null outside the programme.
             */
            pass?: number | null;
            /** @description What that scale is called. */
            scale: string;
            /** @description How a batch names it: its code, or the id of an own skill. */
            skill: string;
            /**
             * Format: int32
             * @description The level aimed at; null outside the programme.
             */
            target?: number | null;
            /**
             * Format: int32
             * @description After how many months its validations end, by the organisation's choice.
             */
            validity_months?: number | null;
        };
        /** @description The newest version of a grid. */
        GridView: {
            id: components["schemas"]["GridId"];
            name: string;
            steps: components["schemas"]["StepView"][];
            /** Format: int32 */
            version: number;
        };
        /** @description A morning or an afternoon in Paris. */
        HalfDay: {
            /**
             * Format: date
             * @description The day.
             */
            date: string;
            /** @description Which part of it. */
            part: components["schemas"]["HalfDayPart"];
        };
        /**
         * @description A part of a day.
         * @enum {string}
         */
        HalfDayPart: "am" | "pm";
        /** @description One result. */
        HitView: components["schemas"]["ProfileView"] & {
            coverage?: components["schemas"]["CoverageView"] | null;
            /** @description One line per criterion, in the order of the request. */
            match: components["schemas"]["MatchView"][];
        };
        /**
         * @description Which public holidays hold.
         * @enum {string}
         */
        HolidayRule: "mainland" | "alsace_moselle";
        /**
         * @description Where the registers say otherwise.
         * @enum {string}
         */
        IdentityContradiction: "siret_closed" | "siret_unknown" | "not_a_training_organisation" | "nda_not_listed" | "not_qualiopi";
        /** @description What an organisation declares; what is left out is withdrawn. */
        IdentityDraft: {
            /** @description Whether it holds the Qualiopi certification. */
            claims_qualiopi: boolean;
            /** @description Raison sociale, 2 to 200 characters. */
            legal_name?: string | null;
            /** @description Numéro de déclaration d'activité, 11 digits. */
            nda?: string | null;
            /** @description For which kinds of action, each once, and from when to when. They count while the certification is claimed. */
            qualiopi_certificates?: components["schemas"]["QualiopiCertificate"][];
            /** @description The establishment's number; spaces, dots and hyphens are ignored. */
            siret?: string | null;
        };
        /**
         * @description Where the identity of an organisation stands.
         * @enum {string}
         */
        IdentityStanding: "incomplete" | "unverified" | "confirmed" | "contradicted";
        /** @description The identity of an organisation: what it declares, what the registers say, and where the two differ. */
        IdentityView: {
            claims_qualiopi: boolean;
            contradictions: components["schemas"]["IdentityContradiction"][];
            legal_name?: string | null;
            /** @description Numéro de déclaration d'activité. */
            nda?: string | null;
            nda_check?: components["schemas"]["RegisterCheck"] | null;
            /** @description For which kinds of action it says so, and from when to when. */
            qualiopi_certificates: components["schemas"]["QualiopiCertificate"][];
            qualiopi_check?: components["schemas"]["RegisterCheck"] | null;
            register?: components["schemas"]["RegisterRecord"] | null;
            siret?: string | null;
            siret_check?: components["schemas"]["RegisterCheck"] | null;
            standing: components["schemas"]["IdentityStanding"];
            /**
             * Format: int32
             * @description To be sent back as `If-Match`.
             */
            version: number;
        };
        /**
         * @description What becomes of a row.
         * @enum {string}
         */
        ImportAction: "create" | "match" | "already" | "error";
        /** @description How to confirm. */
        ImportConfirmation: {
            /** @description Whether rows in error are left out; otherwise a file with errors is refused. */
            skip_errors: boolean;
        };
        /** @description How many rows become what. */
        ImportCounts: {
            already: number;
            create: number;
            error: number;
            match: number;
        };
        /** @description What is wrong with a line. */
        ImportFault: {
            /** @description Stable code of the fault. */
            code: string;
            /**
             * Format: int32
             * @description The column, counted from 1; null when the file has none for it.
             */
            column?: number | null;
            /** @description French sentence for people. */
            message: string;
        };
        /** @description A row of a file. */
        ImportRow: {
            action: components["schemas"]["ImportAction"];
            email?: string | null;
            employer?: string | null;
            /** Format: date */
            ends_on?: string | null;
            /** @description What is wrong with it. */
            errors: components["schemas"]["ImportFault"][];
            first_name?: string | null;
            last_name?: string | null;
            /**
             * Format: int32
             * @description The line of the file, counted from 1.
             */
            line: number;
            reference?: string | null;
            /** Format: date */
            starts_on?: string | null;
            status?: components["schemas"]["EnrolmentStatus"] | null;
        };
        /**
         * @description What the keeper of the index is doing.
         * @enum {string}
         */
        IndexActivity: "ready" | "rebuilding" | "stopped" | "failing";
        /** @description The state of this node's index. */
        IndexState: {
            /**
             * Format: int64
             * @description Profiles in the index.
             */
            documents: number;
            /**
             * Format: int64
             * @description Number of the generation served.
             */
            generation?: number | null;
            /**
             * Format: date-time
             * @description When changes were last applied.
             */
            last_commit_at?: string | null;
            last_rebuild?: components["schemas"]["LastRebuild"] | null;
            /**
             * Format: double
             * @description Age of the oldest of them.
             */
            oldest_pending_seconds?: number | null;
            /**
             * Format: int64
             * @description Changes that wait to be indexed.
             */
            pending: number;
            /**
             * Format: int64
             * @description Its segments.
             */
            segments: number;
            /**
             * Format: int64
             * @description Size of its files.
             */
            size_bytes: number;
            /** @description What its keeper is doing. */
            state: components["schemas"]["IndexActivity"];
            /**
             * Format: int64
             * @description People who may be found, in the database.
             */
            visible_profiles: number;
        };
        /** @description An invitation on its way. Its token is in the mail only. */
        InvitationView: {
            email: string;
            /** Format: date-time */
            expires_at: string;
            role: components["schemas"]["Role"];
        };
        /** @description An organisation as it stands on what it issues: what it says, and which of it the registers confirm. */
        Issuer: {
            /**
             * Format: date-time
             * @description When they last told.
             */
            checked_at?: string | null;
            /** @description Its legal name (raison sociale). */
            legal_name?: string | null;
            /** @description What people know it by. */
            name: string;
            /** @description Its declaration of activity number. */
            nda?: string | null;
            nda_check?: components["schemas"]["RegisterCheck"] | null;
            qualiopi?: components["schemas"]["RegisterCheck"] | null;
            /** @description The kinds of action it is certified for, as it declares; only where the registers confirm the certification. */
            qualiopi_categories: components["schemas"]["ActionKind"][];
            /** @description Its establishment number. */
            siret?: string | null;
            siret_check?: components["schemas"]["RegisterCheck"] | null;
        };
        /** @description The figures of a question. */
        ItemFigures: {
            /**
             * Format: int64
             * @description Attempts in which it was asked and has its points.
             */
            attempts: number;
            /** @description How often each choice was taken. */
            choices: components["schemas"]["ChoiceUse"][];
            /**
             * Format: int32
             * @description Correlation of its points with those of the rest of the quiz, from −1000 to 1000; null where there is none to compute.
             */
            discrimination?: number | null;
            /**
             * Format: int32
             * @description Mean share of its points, in thousandths; null without an attempt.
             */
            facility?: number | null;
            /** @description Why it deserves a second look; nothing below ten attempts. */
            flags: components["schemas"]["ItemFlag"][];
        };
        /**
         * @description Why a question deserves a second look.
         * @enum {string}
         */
        ItemFlag: "too_easy" | "too_hard" | "weak_discrimination" | "negative_discrimination" | "unused_distractor" | "attractive_distractor";
        /** @description A job found. */
        JobFound: {
            /** @description Whether the release in place has it. */
            active: boolean;
            /** @description Its code. */
            code: string;
            /** @description Its professional domain. */
            domain: components["schemas"]["Labelled"];
            /** @description Its title. */
            label: string;
            /** @description The name of the job that answers what was typed; the title when that does. */
            matched: string;
        };
        /** @description A job that a certification leads to. */
        JobOfCertification: {
            /** @description The code, as published. */
            code: string;
            /** @description Whether the code also stands for a family: the older, wider job that others derive from. */
            family: boolean;
            /** @description Its name today; null where the catalogue has no such job. */
            label?: string | null;
        };
        /** @description A job as a skill lists it. */
        JobOfSkill: {
            /** @description Its code. */
            code: string;
            /** @description The skill is central to it. */
            core: boolean;
            /** @description Its title. */
            label: string;
        };
        /** @description A job with everything the catalogue says of it. */
        JobSheet: {
            /** @description How one gets to it, one sentence per line. */
            access: string;
            /** @description Whether the release in place has it. */
            active: boolean;
            /** @description Its names, the title first. */
            appellations: components["schemas"]["AppellationOfJob"][];
            /** @description The certifications that lead to it. */
            certifications: components["schemas"]["CertificationsOfJob"];
            /** @description Jobs within reach, the closest first. */
            close_jobs: components["schemas"]["Labelled"][];
            /** @description Its code. */
            code: string;
            /** @description The circumstances it is done in. */
            contexts: components["schemas"]["ContextOfJob"][];
            /** @description What it consists of, one sentence per line. */
            definition: string;
            /** @description Its professional domain. */
            domain: components["schemas"]["Labelled"];
            /** @description The occupations of ESCO its names stand for; empty where the publisher's API was not asked. */
            esco: components["schemas"]["EscoLink"][];
            /** @description Formacodes of the trainings that lead to it; empty where the publisher's API was not asked. */
            formacodes: components["schemas"]["Labelled"][];
            /** @description Its group in ISCO, where known. */
            isco?: string | null;
            /** @description Its title. */
            label: string;
            /** @description Its grand domain. */
            letter: components["schemas"]["Labelled"];
            /** @description Its family: the older, wider job it derives from. */
            parent: components["schemas"]["Labelled"];
            replaced_by?: components["schemas"]["Labelled"] | null;
            /** @description Its skills and knowledge items: core ones first, then by name. */
            skills: components["schemas"]["SkillOfJob"][];
        };
        /** @description What is kept of an answer that was sent. */
        KeptAnswer: {
            /** @description Whether it is the one that was sent; otherwise a newer one was there, or the very same. */
            is_saved: boolean;
            /** @description The question. */
            question_id: components["schemas"]["QuestionId"];
            /**
             * Format: int64
             * @description The write that is kept.
             */
            sequence: number;
        };
        /** @description What became of answers that were sent. */
        KeptAnswers: {
            /** @description Each of them, in the order in which they were sent. */
            answers: components["schemas"]["KeptAnswer"][];
            /**
             * Format: date-time
             * @description When the attempt ends.
             */
            deadline: string;
            /**
             * Format: date-time
             * @description What the server's clock says now.
             */
            now: string;
            /**
             * Format: int64
             * @description Seconds that are left.
             */
            seconds_left: number;
        };
        /** @description A kind of file. */
        KindRules: {
            /** @description What names end with, without the dot. */
            extensions: string[];
            /**
             * Format: int64
             * @description Most bytes of one file.
             */
            largest_bytes: number;
            media_type: string;
        };
        /** @description A code with its name. */
        Labelled: {
            /** @description The code. */
            code: string;
            /** @description Its French name. */
            label: string;
        };
        /** @description A completed build. */
        LastRebuild: {
            /**
             * Format: date-time
             * @description When it ended.
             */
            finished_at: string;
            /**
             * Format: int64
             * @description Profiles read.
             */
            profiles: number;
            /**
             * Format: date-time
             * @description When it began.
             */
            started_at: string;
        };
        /**
         * @description Why a person may not leave their company.
         * @enum {string}
         */
        LeaveRefusal: "suspended_by_staff";
        /** @description A day that was left out. */
        LeftOut: {
            /** Format: date */
            date: string;
            /** @description The public holiday; null when it is one of the closures. */
            holiday?: string | null;
        };
        /** @description Results a criterion would leave with this lowest level. */
        LevelCountView: {
            /**
             * Format: int64
             * @description Results.
             */
            count: number;
            /**
             * Format: int32
             * @description The lowest level.
             */
            level: number;
            /** @description The criterion's skill. */
            skill: string;
        };
        /** @description A level, as it is shown. */
        LevelRule: {
            /**
             * Format: int32
             * @description The level.
             */
            level: number;
            /**
             * Format: int32
             * @description From which percentage of the points.
             */
            min_percent: number;
            /** @description Its name. */
            name: string;
        };
        /** @description A level, as it is sent. */
        LevelRuleDraft: {
            /**
             * Format: int32
             * @description A step of the grid that the revision measures the skill by, counted from 0; without a grid, a level 1..4.
             */
            level: number;
            /**
             * Format: int32
             * @description From which percentage of the points, 0 to 100.
             */
            min_percent: number;
        };
        /**
         * @description Why a link was added.
         * @enum {string}
         */
        LinkKind: "closing" | "rectification" | "times" | "words" | "contest" | "decision" | "reopening";
        /** @description The skill of the catalogue an own skill is. */
        LinkOwnSkill: {
            /** @description Code of a skill of the release in place. */
            skill: string;
        };
        /** @description To whom links are sent. */
        LinkRequest: {
            /** @description These people; null: everybody expected who has no account. */
            enrolment_ids?: components["schemas"]["EnrolmentId"][] | null;
        };
        /** @description A drawn signature. */
        LinkSignature: {
            /** @description A random key the device keeps, 8 to 200 characters. */
            device?: string | null;
            /** @description The drawing. */
            drawing: components["schemas"]["SignatureStrokes"];
            /** @description Morning or afternoon. */
            part: components["schemas"]["HalfDayPart"];
        };
        /** @description Who was written to. */
        LinksSent: {
            /** @description Those who get a link. */
            sent: components["schemas"]["EnrolmentId"][];
            /** @description Those nobody has an address of. */
            without_address: components["schemas"]["EnrolmentId"][];
        };
        /** @description Who signs in. */
        Login: {
            email: string;
            password: string;
            /** @description Six digits of the authenticator, or a recovery code, when the second factor is on. */
            totp_code?: string | null;
        };
        /** @description The token of a mail. */
        MailedToken: {
            token: string;
        };
        /** @description What happens next; the same whether the address is known or not. */
        MailSent: {
            status: string;
        };
        /** @description One skill of one's passport, whoever says something of it. Organisations stand side by side: nothing is merged. */
        MappedSkill: {
            code: string;
            /** Format: date-time */
            declared_at?: string | null;
            /**
             * Format: int32
             * @description What the person says, 1 to 4.
             */
            declared_level?: number | null;
            /** @description The declared experiences that claim it: what they claim counts like what is declared, the highest of all. */
            experiences: components["schemas"]["SkillClaimedIn"][];
            /** @description Its label today, or else the newest it was written with. */
            label: string;
            /**
             * Format: date
             * @description Day of the newest entry that counts; null when none does. No recruiter's search sees it.
             */
            last_proof_on?: string | null;
            /** @description What each organisation says, by name. */
            organisations: components["schemas"]["SkillInOrganisation"][];
            searchable?: components["schemas"]["SearchableView"] | null;
        };
        /** @description A mark as somebody wants it written. */
        MarkDraft: {
            /**
             * Format: date-time
             * @description When the trainee came in, where the session asks for it.
             */
            entered_at?: string | null;
            /** @description With `absent` and `late`: whether the organisation accepts the reason. False unless said. */
            justified?: boolean;
            /**
             * Format: date-time
             * @description When the trainee left.
             */
            left_at?: string | null;
            /**
             * Format: int32
             * @description With `late`: how late, from one minute to the length of the half-day.
             */
            minutes_late?: number | null;
            /** @description A remark, seen by staff and the trainee alone; 500 characters at most. */
            note?: string | null;
            reason?: components["schemas"]["AbsenceReason"] | null;
            /** @description What is said. */
            status: components["schemas"]["MarkStatus"];
        };
        /** @description A question with what was answered, its points and what is right. */
        MarkedQuestion: components["schemas"]["AskedQuestion"] & {
            given_points?: components["schemas"]["Points"] | null;
            grade?: components["schemas"]["QuizGrade"] | null;
            /** @description What is right. */
            key: components["schemas"]["AnswerKey"];
            /**
             * Format: int32
             * @description The version of the question it is scored by.
             */
            key_number: number;
            verdict?: components["schemas"]["AnswerVerdict"] | null;
        };
        /**
         * @description Whether somebody was there.
         * @enum {string}
         */
        MarkStatus: "unmarked" | "present" | "late" | "absent" | "excused";
        /** @description What is masked in a proof; an empty list masks nothing. */
        MaskZones: {
            /** @description A hundred at most. */
            zones: components["schemas"]["ExperienceProofZone"][];
        };
        /** @description A skill of the catalogue beside an own skill. */
        MatchedSkill: {
            /** @description Its code. */
            code: string;
            /** @description Its name today. */
            label: string;
        };
        /** @description How one criterion fares. */
        MatchView: {
            /**
             * Format: int32
             * @description Level of the person's entry.
             */
            level?: number | null;
            /** @description How it fares. */
            outcome: components["schemas"]["OutcomeView"];
            /** @description The criterion's skill. */
            skill: string;
        };
        /** @description The signed-in person. */
        Me: {
            email: string;
            first_name: string;
            id: components["schemas"]["PersonId"];
            last_name: string;
            platform_admin: boolean;
            /** @description The id under which recruiters see the profile. */
            profile_id: components["schemas"]["ProfileId"];
            totp_enabled: boolean;
        };
        /** @description A member of an organisation. */
        MemberView: {
            /** @description Shown to those who run the organisation. */
            email?: string | null;
            first_name: string;
            /** Format: date-time */
            joined_at: string;
            last_name: string;
            person_id: components["schemas"]["PersonId"];
            role: components["schemas"]["Role"];
        };
        /**
         * @description How a mark came to be.
         * @enum {string}
         */
        Method: "trainer" | "account" | "qr" | "link" | "paper";
        /** @description Something without which a sheet is not closed. */
        MissingOnSheet: {
            /** @description `unmarked` or `trainer_signature`. */
            code: string;
            enrolment_id?: components["schemas"]["EnrolmentId"] | null;
            /** @description Morning or afternoon. */
            part: components["schemas"]["HalfDayPart"];
        };
        /** @description A core skill that the training does not teach. */
        MissingSkill: {
            code: string;
            /** @description The organisation's courses that teach it in some training. */
            courses: components["schemas"]["ClosingCourse"][];
            label: string;
        };
        /**
         * @description How a course is held.
         * @enum {string}
         */
        Modality: "in_person" | "remote_live" | "remote_self_paced" | "workplace";
        /** @description An attempt of one's own, in the notice. */
        MyAttemptSummary: {
            /**
             * Format: date-time
             * @description When it ends, while it runs.
             */
            deadline?: string | null;
            id: components["schemas"]["QuizAttemptId"];
            /** Format: int32 */
            number: number;
            result?: components["schemas"]["QuizResult"] | null;
            /** Format: date-time */
            started_at?: string | null;
            state: components["schemas"]["QuizAttemptState"];
            /** Format: date-time */
            submitted_at?: string | null;
        };
        /** @description A session, as one of those who take part sees it. */
        MyAttendance: {
            /** @description One's enrolment. */
            enrolment_id: components["schemas"]["EnrolmentId"];
            /** @description Its name. */
            organisation: string;
            /** @description The organisation. */
            organisation_id: components["schemas"]["OrganisationId"];
            /**
             * Format: int32
             * @description The rate of attendance so far, in thousandths.
             */
            rate?: number | null;
            /** @description The session. */
            session_id: components["schemas"]["TrainingSessionId"];
            /** @description The slots where one is expected, by time. */
            slots: components["schemas"]["MySlotView"][];
            /** @description Its state. */
            status: components["schemas"]["TrainingSessionStatus"];
            /** @description Its title. */
            title: string;
            /** @description Hours over the whole session. */
            totals: components["schemas"]["AttendanceTotals"];
        };
        /** @description The caller's company, if any. */
        MyCompanyView: {
            company?: components["schemas"]["CompanyView"] | null;
        };
        /** @description One's own enrolment. */
        MyEnrolment: {
            /**
             * Format: date
             * @description The last one; null: until the end.
             */
            ends_on?: string | null;
            /** @description As the organisation wrote it; so is the last name. */
            first_name: string;
            id: components["schemas"]["EnrolmentId"];
            last_name: string;
            /**
             * Format: date
             * @description First day on which one is expected.
             */
            starts_on: string;
            status: components["schemas"]["EnrolmentStatus"];
        };
        /** @description One's own half-day of a slot. */
        MyHalfDayView: {
            /**
             * Format: date-time
             * @description Until when one may contest; null where nothing is sealed, or it is too late.
             */
            contest_until?: string | null;
            /** @description The half-day, and when one may sign. */
            half_day: components["schemas"]["AttendanceHalfDay"];
            mark?: components["schemas"]["AttendanceMark"] | null;
            signature?: components["schemas"]["AttendanceSignature"] | null;
        };
        /** @description One of the person's organisations. */
        MyOrganisation: {
            id: components["schemas"]["OrganisationId"];
            name: string;
            role: components["schemas"]["Role"];
            status: components["schemas"]["Status"];
        };
        /** @description One's own attempt. */
        MyQuizAttempt: {
            /** @description Whether the clock handed it in. */
            by_clock: boolean;
            /**
             * Format: date-time
             * @description When it ends.
             */
            deadline: string;
            /** @description Its id. */
            id: components["schemas"]["QuizAttemptId"];
            /** @description What one reads before one begins; may be empty. */
            instructions: string;
            /** @description What was answered, its points and what is right, once that may be seen; none before. */
            marked: components["schemas"]["MarkedQuestion"][];
            /**
             * Format: int32
             * @description Share of its points that a wrong answer to a single choice, or to true or false, costs.
             */
            negative_percent: number;
            /**
             * Format: date-time
             * @description What the server's clock says now: a device whose clock is wrong counts from it.
             */
            now: string;
            /**
             * Format: int32
             * @description Its number among one's own.
             */
            number: number;
            /** @description What it asks, in its order, while it runs; none afterwards. */
            questions: components["schemas"]["AskedQuestion"][];
            /** @description The quiz of the session. */
            quiz_id: components["schemas"]["SessionQuizId"];
            result?: components["schemas"]["QuizResult"] | null;
            /**
             * Format: int64
             * @description Seconds that are left; 0 once it is over.
             */
            seconds_left: number;
            /** @description The parts of the quiz, in order. */
            sections: components["schemas"]["AskedSection"][];
            /** @description The session. */
            session_id: components["schemas"]["TrainingSessionId"];
            /**
             * Format: date-time
             * @description When it started, by the server's clock.
             */
            started_at?: string | null;
            /** @description How far it is. */
            state: components["schemas"]["QuizAttemptState"];
            /**
             * Format: date-time
             * @description When it was handed in.
             */
            submitted_at?: string | null;
            /** @description Title of the quiz. */
            title: string;
        };
        /** @description What one reads before one begins. */
        MyQuizNotice: components["schemas"]["MyQuizSummary"] & {
            asked_time?: components["schemas"]["QuizExtraTime"] | null;
            /** @description One's own attempts. */
            attempts: components["schemas"]["MyAttemptSummary"][];
            /** @description What one may do otherwise, in French. */
            choice: string;
            /** @description What it is about; may be empty. */
            description: string;
            /** @description When one sees what was right. */
            feedback: components["schemas"]["QuizFeedback"];
            /** @description Which of several attempts counts. */
            grading: components["schemas"]["QuizGrading"];
            /** @description Whether whoever grades sees one's name only afterwards. */
            hides_names: boolean;
            /** @description What to know before one begins; may be empty. */
            instructions: string;
            /**
             * Format: date
             * @description The last day on which answers and results are kept.
             */
            kept_until: string;
            /**
             * Format: int32
             * @description Share of its points that a wrong answer to a single choice, or to true or false, costs; 0: none.
             */
            negative_percent: number;
            /**
             * Format: int32
             * @description From which percentage it is passed; null: nothing is passed or failed.
             */
            pass_percent?: number | null;
            /** @description What it is for, in French. */
            purpose_text: string;
            /** @description How many questions it asks. */
            questions: number;
            /** @description Who reads the answers and the result, in French. */
            readers: string;
            /**
             * Format: int64
             * @description How long an attempt lasts, one's own extra time included; null: until it closes.
             */
            seconds?: number | null;
        };
        /** @description A quiz one takes, or took, in a list. */
        MyQuizSummary: {
            attempt_id?: components["schemas"]["QuizAttemptId"] | null;
            /**
             * Format: int32
             * @description Attempts that are left.
             */
            attempts_left: number;
            /**
             * Format: date-time
             * @description When it closes.
             */
            closes_at: string;
            /** @description The quiz of the session. */
            id: components["schemas"]["SessionQuizId"];
            /** @description Whether that is enough; null where nothing is passed or failed. */
            is_passed?: boolean | null;
            /** @description Whether one may begin now, or go on. */
            may_begin: boolean;
            /**
             * Format: date-time
             * @description When it opens; null: at once.
             */
            opens_at?: string | null;
            organisation_id: components["schemas"]["OrganisationId"];
            organisation_name: string;
            /**
             * Format: int32
             * @description The percentage that counts, of the attempts that are published.
             */
            percent?: number | null;
            /** @description What it is for. */
            purpose: components["schemas"]["QuizPurpose"];
            session_id: components["schemas"]["TrainingSessionId"];
            session_title: string;
            /** @description How far the last attempt is; `invited` before the first. */
            state: components["schemas"]["QuizAttemptState"];
            title: string;
        };
        /** @description A resource as trainees see it. */
        MyResource: {
            file?: components["schemas"]["FileCard"] | null;
            id: components["schemas"]["ResourceId"];
            kind: components["schemas"]["ResourceKind"];
            session_course_id?: components["schemas"]["SessionCourseId"] | null;
            title: string;
            /** Format: date-time */
            updated_at: string;
            /** @description Address of a link or a video. */
            url?: string | null;
        };
        /** @description A session of one's own, in a list. */
        MySessionSummary: {
            /** Format: date */
            ends_on: string;
            enrolment_id?: components["schemas"]["EnrolmentId"] | null;
            enrolment_status?: components["schemas"]["EnrolmentStatus"] | null;
            id: components["schemas"]["TrainingSessionId"];
            /**
             * Format: date-time
             * @description The next slot, or the one that is under way.
             */
            next_slot_at?: string | null;
            organisation_id: components["schemas"]["OrganisationId"];
            organisation_name: string;
            /** @description Room or address; may be empty. */
            place: string;
            /** Format: date */
            starts_on: string;
            status: components["schemas"]["TrainingSessionStatus"];
            title: string;
            /** @description Whether one trains in it. */
            trains: boolean;
        };
        /** @description A session in which one takes part: what trainees see of it. */
        MySessionView: {
            courses: components["schemas"]["SessionCourse"][];
            /** Format: date */
            ends_on: string;
            enrolment: components["schemas"]["MyEnrolment"];
            id: components["schemas"]["TrainingSessionId"];
            /** @description What to bring, how to come; may be empty. */
            information: string;
            /** @description The organisation that gives it, as it signs today. */
            organisation: components["schemas"]["Issuer"];
            /** @description Room or address; may be empty. */
            place: string;
            remote_url?: string | null;
            /** @description What is visible now. */
            resources: components["schemas"]["MyResource"][];
            skills: components["schemas"]["SessionSkill"][];
            /** @description The slots of one's own days, cancelled ones too, by time. */
            slots: components["schemas"]["SlotView"][];
            /** Format: date */
            starts_on: string;
            status: components["schemas"]["TrainingSessionStatus"];
            /** @description Why it was cancelled. */
            status_reason?: string | null;
            title: string;
            trainers: components["schemas"]["SessionTrainer"][];
        };
        /** @description One skill of one's own passport, with its whole history. */
        MySkill: {
            /** @description Whether the catalogue in place still has it. */
            active: boolean;
            /** @description Its code. */
            code: string;
            declaration?: components["schemas"]["SkillDeclaration"] | null;
            /**
             * Format: int32
             * @description The level the person declares, 1 to 4.
             */
            declared_level?: number | null;
            difference?: components["schemas"]["SkillDifference"] | null;
            /** @description The declared experiences that claim it: what they claim counts like what is declared, the highest of all. */
            experiences: components["schemas"]["SkillClaimedIn"][];
            /** @description Its label today, or as of its newest entry: whichever was asked for. */
            label: string;
            searchable?: components["schemas"]["SearchableView"] | null;
            /** @description Every validation ever recorded, newest first. */
            validations: components["schemas"]["MyValidation"][];
        };
        /** @description A slot, as one of those expected sees it. */
        MySlotView: {
            /** @description Whether entry and exit are noted. */
            asks_entry_exit: boolean;
            /**
             * Format: date-time
             * @description When it was cancelled.
             */
            cancelled_at?: string | null;
            /** @description What one says against it, and what was decided. */
            contests: components["schemas"]["AttendanceContest"][];
            /**
             * Format: date-time
             * @description When it ends.
             */
            ends_at: string;
            /** @description One's half-days. */
            half_days: components["schemas"]["MyHalfDayView"][];
            /** @description What people call it. */
            label: string;
            /** @description Where. */
            place: string;
            /** @description The slot. */
            slot_id: components["schemas"]["SlotId"];
            /**
             * Format: date-time
             * @description When it begins.
             */
            starts_at: string;
            /** @description State of its sheet. */
            state: components["schemas"]["SheetState"];
            /** @description What was taught. */
            taught: string;
        };
        /** @description One validation of one's own passport. */
        MyValidation: {
            /**
             * Format: int32
             * @description Place of the step on the common scale, if any.
             */
            common_level?: number | null;
            /**
             * Format: date
             * @description Last day on which it counts (Europe/Paris).
             */
            expires_at?: string | null;
            id: components["schemas"]["ValidationId"];
            /** @description The organisation as it signed then, and what the registers said of it that day. */
            issuer: components["schemas"]["Issuer"];
            /** @description The skill's label that day. */
            label: string;
            /** @description As it was then. */
            organisation_name: string;
            /** @description Whether the step means acquired. */
            passing: boolean;
            /**
             * Format: int32
             * @description Release of the catalogue that day; 0 when there was none.
             */
            release: number;
            /**
             * Format: date-time
             * @description When it was revoked, or another took its place.
             */
            revoked_at?: string | null;
            step_name: string;
            superseded_by?: components["schemas"]["ValidationId"] | null;
            /** Format: date-time */
            validated_at: string;
        };
        /** @description The name to take; what is absent stays. */
        NameChange: {
            first_name?: string | null;
            last_name?: string | null;
        };
        /** @description A code with its name today, at its place in a search. */
        NamedCode: {
            /** @description The code, as `search` writes it. */
            code: string;
            /** @description Its name. */
            label: string;
            /** @description JSON pointer to it in `search`. */
            pointer: string;
            /** @description Which list it belongs to. */
            subject: components["schemas"]["CodeSubject"];
        };
        /** @description A level with its name. */
        NamedLevel: {
            /** @description Its name. */
            name: string;
            /**
             * Format: int32
             * @description A level 1..4 of the common scale, or a step of the grid counted from 0.
             */
            value: number;
        };
        /** @description A calendar address, shown this once. */
        NewCalendarFeed: {
            /** Format: date-time */
            created_at: string;
            /** @description To be given to a calendar program. Whoever has it reads the calendar. */
            url: string;
        };
        /** @description A grid to write. */
        NewGrid: {
            name: string;
            /** @description Lowest first, 1 to 12, at least one passing. */
            steps: components["schemas"]["NewStep"][];
        };
        /** @description Whom to invite, as what. */
        NewInvitation: {
            email: string;
            role: components["schemas"]["Role"];
        };
        /** @description An organisation to create. */
        NewOrganisation: {
            /** @description Who is invited as its first admin. */
            admin_email: string;
            name: string;
            /** @description Numéro de déclaration d'activité, 11 digits. */
            nda?: string | null;
            siret?: string | null;
        };
        /** @description Somebody to enrol, as they are sent. */
        NewParticipant: {
            /** @description Where to invite them; null for somebody without an address, who is registered at once. */
            email?: string | null;
            /** @description Who employs them, 200 characters at most; null for job seekers, and while it is not known. */
            employer?: string | null;
            /**
             * Format: date
             * @description The last one; null: until the end.
             */
            ends_on?: string | null;
            /** @description 1 to 100 characters; needed without `person_id`. */
            first_name?: string | null;
            /** @description 1 to 100 characters; needed without `person_id`. */
            last_name?: string | null;
            person_id?: components["schemas"]["PersonId"] | null;
            /** @description The organisation's own number for them, 100 characters at most. */
            reference?: string | null;
            /**
             * Format: date
             * @description First day on which they are expected; null: from the beginning, or from today on once it has begun.
             */
            starts_on?: string | null;
        };
        /** @description A link, its address shown this once. */
        NewPassportShare: {
            /** @description The link. */
            share: components["schemas"]["PassportShare"];
            /** @description To be given to the recipient. What follows the `#` stays in the browser and in no log. */
            url: string;
        };
        /** @description A session to open from a training. */
        NewSession: {
            /**
             * Format: int32
             * @description How long it lasts by what was announced and signed, in minutes; that of the revision's courses when it is left out.
             */
            announced_minutes?: number | null;
            /**
             * Format: date
             * @description Its last day, three years later at most.
             */
            ends_on: string;
            /** @description Which public holidays hold where it takes place. */
            holidays?: components["schemas"]["HolidayRule"];
            /** @description What participants read: what to bring, how to come. 5000 characters at most. */
            information?: string;
            /** @description Room or address, 300 characters at most; may be empty. */
            place?: string;
            /** @description Address of the meeting at a distance, `https://…`. */
            remote_url?: string | null;
            /** @description How long its papers are kept. */
            retention?: components["schemas"]["SessionRetention"];
            /**
             * Format: int32
             * @description How many can take part, 1 to 500; null: no limit (500 all the same).
             */
            seats?: number | null;
            /**
             * Format: date
             * @description Its first day.
             */
            starts_on: string;
            /** @description 2 to 200 characters; the training's title when it is left out. */
            title?: string | null;
            /** @description Who trains throughout: members of the organisation who train or run it, 50 at most, each once. */
            trainers?: components["schemas"]["PersonId"][];
            /** @description A published training of the organisation: the session takes its newest revision, and stays on it. */
            training_id: components["schemas"]["TrainingId"];
        };
        /** @description A step to write. */
        NewStep: {
            /**
             * Format: int32
             * @description Place on the common scale 1..4; null = searchable only as "validated".
             */
            common_level?: number | null;
            name: string;
            /** @description Whether reaching it means the skill is acquired. */
            passing: boolean;
        };
        /**
         * @description What the person can do next.
         * @enum {string}
         */
        NextStep: "wait_register" | "prove_email" | "wait_review" | "none";
        /** @description What is overlooked when a short answer is compared with those that are accepted. */
        Normalisation: {
            /** @description `evenement` is `événement`, `oeuvre` is `œuvre`. */
            accents: boolean;
            /** @description `PARIS` is `Paris`. */
            case: boolean;
            /** @description Spaces at both ends are never counted; with this, several are one, and a space that does not break is a space. */
            spaces: boolean;
        };
        /**
         * @description What was decided.
         * @enum {string}
         */
        NoticeDecision: "kept" | "accepted";
        /**
         * Format: uuid
         * @description A line of a training that a release of the catalogue says otherwise.
         */
        NoticeId: string;
        /**
         * @description What the release did.
         * @enum {string}
         */
        NoticeKind: "relabelled" | "reused" | "retired";
        /**
         * @description What a notice is about.
         * @enum {string}
         */
        NoticeSubject: "job" | "skill";
        /** @description A line of a training that a release says otherwise. */
        NoticeView: {
            /** @description Its name since; null when the release no longer has it. */
            after?: string | null;
            /** @description Its name in the catalogue before the release. */
            before?: string | null;
            /** @description The code of the line. */
            code: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            decided_at?: string | null;
            decision?: components["schemas"]["NoticeDecision"] | null;
            id: components["schemas"]["NoticeId"];
            kind: components["schemas"]["NoticeKind"];
            /**
             * Format: int32
             * @description The release.
             */
            release: number;
            replacement?: components["schemas"]["MatchedSkill"] | null;
            subject: components["schemas"]["NoticeSubject"];
            /** @description Its title. */
            training: string;
            training_id: components["schemas"]["TrainingId"];
            /** @description Its state: nothing is accepted in an archived one. */
            training_status: components["schemas"]["TrainingStatus"];
        };
        /** @description The secret of a link, and its password where one is asked for. */
        OpenPassportShare: {
            password?: string | null;
            /** @description What follows the `#` of the address. */
            token: string;
        };
        /** @description A proof to open through a link. */
        OpenSharedProof: {
            password?: string | null;
            /**
             * Format: uuid
             * @description The proof.
             */
            proof_id: string;
            /** @description What follows the `#` of the address. */
            token: string;
        };
        /**
         * Format: uuid
         * @description A training organisation.
         */
        OrganisationId: string;
        /** @description An organisation in the platform's list. */
        OrganisationRow: {
            /**
             * Format: date-time
             * @description When the registers last told.
             */
            checked_at?: string | null;
            /** @description Where the registers say otherwise than the organisation. */
            contradictions: components["schemas"]["IdentityContradiction"][];
            /** Format: date-time */
            created_at: string;
            id: components["schemas"]["OrganisationId"];
            legal_name?: string | null;
            /** Format: int64 */
            members: number;
            name: string;
            nda?: string | null;
            siret?: string | null;
            /** @description Where its identity stands. */
            standing: components["schemas"]["IdentityStanding"];
            status: components["schemas"]["Status"];
            status_reason?: string | null;
            /** @description SIRETs that were taken from it: it cannot declare them. */
            withdrawn_sirets: string[];
        };
        /** @description An organisation. */
        OrganisationView: {
            id: components["schemas"]["OrganisationId"];
            /** @description How it signs what it issues. */
            issuer: components["schemas"]["Issuer"];
            name: string;
            /** @description Numéro de déclaration d'activité. */
            nda?: string | null;
            role?: components["schemas"]["Role"] | null;
            siret?: string | null;
            status: components["schemas"]["Status"];
            /** @description Why it is suspended. */
            status_reason?: string | null;
        };
        /**
         * @description Where a catalogue came from.
         * @enum {string}
         */
        Origin: "archive" | "starter";
        /**
         * @description What came of an attempt.
         * @enum {string}
         */
        Outcome: "applied" | "unchanged" | "compared" | "refused" | "failed";
        /**
         * @description How a criterion fares.
         * @enum {string}
         */
        OutcomeView: "matched" | "lower_level" | "higher_level" | "declared_only" | "missing";
        /** @description The present password. */
        OwnPassword: {
            password: string;
        };
        /** @description A signature: drawn, or with one's own account and its password. One of both. */
        OwnSignature: {
            /** @description A random key the device keeps, 8 to 200 characters: only tells that two signatures came from one device. */
            device?: string | null;
            drawing?: components["schemas"]["SignatureStrokes"] | null;
            /** @description Morning or afternoon. */
            part: components["schemas"]["HalfDayPart"];
            /** @description The account's password, given once more. */
            password?: string | null;
        };
        /** @description An own skill to write. */
        OwnSkillDraft: {
            /** @description What is meant, 2000 characters at most. */
            description?: string;
            /** @description 2 to 250 characters; the organisation's only skill of this name. */
            label: string;
        };
        /**
         * Format: uuid
         * @description A skill in an organisation's own words.
         */
        OwnSkillId: string;
        /**
         * @description Where an own skill stands beside the catalogue.
         * @enum {string}
         */
        OwnSkillLink: "none" | "linked" | "kept";
        /** @description A skill in the organisation's own words. */
        OwnSkillView: {
            description: string;
            id: components["schemas"]["OwnSkillId"];
            label: string;
            link: components["schemas"]["OwnSkillLink"];
            /** @description Matches that were refused: they are not proposed again. */
            refusals: components["schemas"]["RefusalView"][];
            skill?: components["schemas"]["MatchedSkill"] | null;
            /**
             * Format: int64
             * @description How many trainings name it, in any revision.
             */
            trainings: number;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int32
             * @description To be sent back as `If-Match`.
             */
            version: number;
        };
        /** @description One page of a list. */
        Page_AttendanceAnomaly: {
            /** @description The rows. */
            items: {
                /** @description What to do about it, in French. */
                advice: string;
                /** @description Stable name of the rule. */
                code: string;
                /** @description The people it is about. */
                enrolment_ids: components["schemas"]["EnrolmentId"][];
                /** @description What is odd, in French. */
                message: string;
                part?: components["schemas"]["HalfDayPart"] | null;
                slot_id?: components["schemas"]["SlotId"] | null;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_AttendanceContest: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date-time
                 * @description When.
                 */
                contested_at: string;
                /**
                 * Format: date-time
                 * @description When.
                 */
                decided_at?: string | null;
                /** @description By whom. */
                decided_by?: string | null;
                /** @description `accepted` or `rejected`; null until it is decided. */
                decision?: string | null;
                /** @description Why. */
                decision_reason?: string | null;
                /** @description Who contests. */
                enrolment_id: components["schemas"]["EnrolmentId"];
                /** @description Its id. */
                id: components["schemas"]["ContestId"];
                /** @description Morning or afternoon. */
                part: components["schemas"]["HalfDayPart"];
                /** @description The slot. */
                slot_id: components["schemas"]["SlotId"];
                /** @description What they say. */
                text: string;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_AttendanceMarkEntry: {
            /** @description The rows. */
            items: {
                /** @description What was said. */
                mark: components["schemas"]["AttendanceMark"];
                /** @description Morning or afternoon. */
                part: components["schemas"]["HalfDayPart"];
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_AttendanceProof: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date-time
                 * @description When it was given.
                 */
                created_at: string;
                /** @description In words. */
                description: string;
                /** @description Of whom. */
                enrolment_id: components["schemas"]["EnrolmentId"];
                file?: components["schemas"]["FileCard"] | null;
                /**
                 * Format: date-time
                 * @description When it happened.
                 */
                happened_at: string;
                /** @description Its id. */
                id: components["schemas"]["ProofId"];
                /** @description What it is. */
                kind: components["schemas"]["ProofKind"];
                /**
                 * Format: int32
                 * @description How long it took, in minutes.
                 */
                minutes?: number | null;
                slot_id?: components["schemas"]["SlotId"] | null;
                /**
                 * Format: date-time
                 * @description When it was withdrawn.
                 */
                withdrawn_at?: string | null;
                /** @description Why. */
                withdrawn_reason?: string | null;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_AttendanceSheetSummary: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date-time
                 * @description When it was cancelled.
                 */
                cancelled_at?: string | null;
                /**
                 * Format: date-time
                 * @description When it ends.
                 */
                ends_at: string;
                /**
                 * Format: int64
                 * @description People expected, times half-days.
                 */
                expected: number;
                /** @description What people call it. */
                label: string;
                /**
                 * Format: int64
                 * @description How many of them have a final status.
                 */
                marked: number;
                /** @description Its half-days. */
                parts: components["schemas"]["HalfDayPart"][];
                /**
                 * Format: int64
                 * @description How many were there.
                 */
                present: number;
                /**
                 * Format: int64
                 * @description How many signed.
                 */
                signed: number;
                /** @description The slot. */
                slot_id: components["schemas"]["SlotId"];
                /**
                 * Format: date-time
                 * @description When it begins.
                 */
                starts_at: string;
                /** @description State of its sheet. */
                state: components["schemas"]["SheetState"];
                /**
                 * Format: int64
                 * @description Half-days the trainer signed.
                 */
                trainer_signed: number;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_BlockedCompany: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date-time
                 * @description Since when.
                 */
                blocked_at: string;
                /** @description Its SIREN. */
                siren: string;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_CalendarEntry: {
            /** @description The rows. */
            items: {
                course_title?: string | null;
                /** Format: date-time */
                ends_at: string;
                /** @description The half-days in Paris it counts for. */
                half_days: components["schemas"]["HalfDay"][];
                /** @description Whether it does not take place, alone or with its session. */
                is_cancelled: boolean;
                kind: components["schemas"]["SlotKind"];
                organisation_id: components["schemas"]["OrganisationId"];
                organisation_name: string;
                /** @description Its place, or else the session's; may be empty. */
                place: string;
                /** @description Its address at a distance, or else the session's. */
                remote_url?: string | null;
                /** @description In which quality it is one's own. */
                role: components["schemas"]["CalendarRole"];
                session_id: components["schemas"]["TrainingSessionId"];
                session_status: components["schemas"]["TrainingSessionStatus"];
                session_title: string;
                slot_id: components["schemas"]["SlotId"];
                /** Format: date-time */
                starts_at: string;
                /** @description What is done, beside or instead of the course; may be empty. */
                title: string;
                /** @description Names of those who train. */
                trainers: string[];
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_CatalogAlignment: {
            /** @description The rows. */
            items: {
                /** @description What named the catalogue, kind by kind. */
                items: components["schemas"]["AlignmentItem"][];
                /**
                 * Format: int64
                 * @description All kinds together.
                 */
                linked: number;
                /**
                 * Format: date-time
                 * @description When it was last measured: within minutes of the release, then every hour while it is in place.
                 */
                measured_at: string;
                /**
                 * Format: int64
                 * @description Those of them that the release has: all, when everything was aligned.
                 */
                present: number;
                /** Format: int32 */
                release: number;
                /**
                 * Format: int64
                 * @description Those that waited for a decision.
                 */
                to_decide: number;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_CatalogImport: {
            /** @description The rows. */
            items: {
                /** @description Entries never seen before. */
                added: number;
                /** @description Entries that say something else. */
                changed: number;
                counts?: components["schemas"]["Counts"] | null;
                /** @description Why it was refused or failed. */
                error?: string | null;
                /**
                 * Format: date-time
                 * @description When it ended.
                 */
                finished_at: string;
                /**
                 * Format: uuid
                 * @description Its id.
                 */
                id: string;
                /** @description Oddities that did not prevent reading. */
                notices: string[];
                /** @description What came of it. */
                outcome: components["schemas"]["Outcome"];
                /**
                 * Format: int32
                 * @description Release of the archive, when it could be read.
                 */
                release?: number | null;
                /** @description Entries gone from the publisher's lists; nothing is deleted. */
                retired: number;
                /** @description Where the archive came from. */
                source: components["schemas"]["Source"];
                /**
                 * Format: date-time
                 * @description When it began.
                 */
                started_at: string;
                /** @description What the release changes, list by list, where it could be read. */
                summary?: string | null;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_Certificate: {
            /** @description The rows. */
            items: {
                /** @description What whoever holds it asks with, at `/documents/{code}`. */
                code: string;
                /** @description Of whom. */
                enrolment_id: components["schemas"]["EnrolmentId"];
                /** @description Its id. */
                id: components["schemas"]["CertificateId"];
                /**
                 * Format: date-time
                 * @description When it was issued.
                 */
                issued_at: string;
                /** @description What it attests. */
                kind: components["schemas"]["CertificateKind"];
                /** @description Its number, as it is printed. */
                number: string;
                /**
                 * Format: date
                 * @description The first day it is about.
                 */
                period_from: string;
                /**
                 * Format: date
                 * @description The last day.
                 */
                period_to: string;
                /** @description Why. */
                replace_reason?: string | null;
                replaced_by?: components["schemas"]["CertificateId"] | null;
                replaces?: components["schemas"]["CertificateId"] | null;
                /** @description The session. */
                session_id: components["schemas"]["TrainingSessionId"];
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_ConsentView: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date-time
                 * @description When.
                 */
                at: string;
                /**
                 * Format: uuid
                 * @description Its id.
                 */
                id: string;
                /** @description What was said. */
                kind: components["schemas"]["ConsentKind"];
                /** @description Version of the text it refers to. */
                policy_version: string;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_CourseView: {
            /** @description The rows. */
            items: {
                archived: boolean;
                description: string;
                id: components["schemas"]["CourseId"];
                /** Format: int32 */
                minutes: number;
                modality: components["schemas"]["Modality"];
                title: string;
                /**
                 * Format: int64
                 * @description How many trainings use it, in any revision.
                 */
                trainings: number;
                /** Format: date-time */
                updated_at: string;
                /**
                 * Format: int32
                 * @description To be sent back as `If-Match`.
                 */
                version: number;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_Enrolment: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date-time
                 * @description When they were written first: those who wait move up in this order.
                 */
                created_at: string;
                /** @description Not shown to trainers. */
                email?: string | null;
                /** @description Who employs them; null for job seekers, and while it is not known. */
                employer?: string | null;
                /**
                 * Format: date
                 * @description The last one; null: until the end.
                 */
                ends_on?: string | null;
                first_name: string;
                /** @description Whether attendance was taken: such an enrolment is ended, never cancelled. */
                has_attendance: boolean;
                id: components["schemas"]["EnrolmentId"];
                last_name: string;
                merged_into?: components["schemas"]["EnrolmentId"] | null;
                person_id?: components["schemas"]["PersonId"] | null;
                /** @description Why, when it ended early. */
                reason?: string | null;
                /** @description The organisation's own number for them. */
                reference?: string | null;
                /**
                 * Format: date
                 * @description First day on which they are expected.
                 */
                starts_on: string;
                status: components["schemas"]["EnrolmentStatus"];
                /**
                 * Format: date-time
                 * @description Since when.
                 */
                status_at: string;
                /**
                 * Format: int32
                 * @description To be sent back as `If-Match`.
                 */
                version: number;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_Experience: {
            /** @description The rows. */
            items: {
                /** Format: date-time */
                created_at: string;
                /** Format: date-time */
                declared_at?: string | null;
                description: string;
                /**
                 * Format: date
                 * @description Null while it goes on.
                 */
                ended_on?: string | null;
                /**
                 * Format: date
                 * @description Last day (Europe/Paris) on which what it claims counts.
                 */
                expires_on?: string | null;
                /** @description Whether it is kept out of the search. */
                hidden: boolean;
                /** @description Its id. */
                id: components["schemas"]["ExperienceId"];
                jobs: components["schemas"]["ExperienceJob"][];
                /** @description Where it was done; may be empty. */
                organisation_name: string;
                /** @description In which place; may be empty. */
                place: string;
                proofs: components["schemas"]["ExperienceProof"][];
                /** @description The organisation that wrote it down for its trainee, by its name of that day. */
                proposed_by?: string | null;
                skills: components["schemas"]["ExperienceClaim"][];
                /** Format: date */
                started_on?: string | null;
                /** @description What its person did with it, and how far organisations are. */
                status: components["schemas"]["ExperienceStatus"];
                submissions: components["schemas"]["ExperienceSubmission"][];
                title: string;
                /**
                 * Format: int32
                 * @description Counts changes of what it says; `PUT` starts from it.
                 */
                version: number;
                /** Format: date-time */
                withdrawn_at?: string | null;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_ExperienceProofReading: {
            /** @description The rows. */
            items: {
                /** @description Whether they saw the masked copy; else the file itself, in which nothing was masked then. */
                masked: boolean;
                organisation_id: components["schemas"]["OrganisationId"];
                /** @description When it was chosen. */
                organisation_name: string;
                proof_id: components["schemas"]["ExperienceProofId"];
                proof_name: string;
                /** Format: date-time */
                read_at: string;
                /** @description Who, by the name of that day. */
                reader: string;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_ExperienceReviewer: {
            /** @description The rows. */
            items: {
                id: components["schemas"]["OrganisationId"];
                name: string;
                siret?: string | null;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_ExportedExternalEntry: {
            /** @description The rows. */
            items: {
                /**
                 * Format: uuid
                 * @description Its id here.
                 */
                id: string;
                /** @description When it was imported here. */
                imported_at: string;
                /**
                 * Format: date
                 * @description The day it was issued on there.
                 */
                issued_on: string;
                /** @description The platform or organisation that signed, as it names itself. */
                issuer: string;
                /** @description Its address or identifier. */
                issuer_id?: string | null;
                /** @description The key that signed, by name. */
                key_id: string;
                /** @description What vouches for it. */
                kind: components["schemas"]["ExternalEntryKind"];
                /** @description The number of the document there. */
                number?: string | null;
                /** @description SHA-256 of the file. */
                sha256: string;
                /** @description What it attests. */
                skills: components["schemas"]["ExternalSkill"][];
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_FileCard: {
            /** @description The rows. */
            items: {
                /**
                 * Format: int64
                 * @description Its length.
                 */
                bytes: number;
                /**
                 * Format: date-time
                 * @description When it was sent.
                 */
                created_at: string;
                /** @description The file. */
                id: components["schemas"]["FileId"];
                /** @description What its bytes are. */
                media_type: string;
                /** @description Its name: data, never a path. */
                name: string;
                purpose?: components["schemas"]["Purpose"] | null;
                /** @description What the antivirus said. */
                scan: components["schemas"]["Scan"];
                /** @description Of its bytes as they are kept, in hexadecimal digits. */
                sha256: string;
                /**
                 * @description What to know before it is opened: `open_action` (a PDF that does something when opened), `attachments` (a PDF with
                 *     files inside).
                 */
                warnings: string[];
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_GridView: {
            /** @description The rows. */
            items: {
                id: components["schemas"]["GridId"];
                name: string;
                steps: components["schemas"]["StepView"][];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_JobFound: {
            /** @description The rows. */
            items: {
                /** @description Whether the release in place has it. */
                active: boolean;
                /** @description Its code. */
                code: string;
                /** @description Its professional domain. */
                domain: components["schemas"]["Labelled"];
                /** @description Its title. */
                label: string;
                /** @description The name of the job that answers what was typed; the title when that does. */
                matched: string;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_Labelled: {
            /** @description The rows. */
            items: {
                /** @description The code. */
                code: string;
                /** @description Its French name. */
                label: string;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_MappedSkill: {
            /** @description The rows. */
            items: {
                code: string;
                /** Format: date-time */
                declared_at?: string | null;
                /**
                 * Format: int32
                 * @description What the person says, 1 to 4.
                 */
                declared_level?: number | null;
                /** @description The declared experiences that claim it: what they claim counts like what is declared, the highest of all. */
                experiences: components["schemas"]["SkillClaimedIn"][];
                /** @description Its label today, or else the newest it was written with. */
                label: string;
                /**
                 * Format: date
                 * @description Day of the newest entry that counts; null when none does. No recruiter's search sees it.
                 */
                last_proof_on?: string | null;
                /** @description What each organisation says, by name. */
                organisations: components["schemas"]["SkillInOrganisation"][];
                searchable?: components["schemas"]["SearchableView"] | null;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_MemberView: {
            /** @description The rows. */
            items: {
                /** @description Shown to those who run the organisation. */
                email?: string | null;
                first_name: string;
                /** Format: date-time */
                joined_at: string;
                last_name: string;
                person_id: components["schemas"]["PersonId"];
                role: components["schemas"]["Role"];
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_MyAttendance: {
            /** @description The rows. */
            items: {
                /** @description One's enrolment. */
                enrolment_id: components["schemas"]["EnrolmentId"];
                /** @description Its name. */
                organisation: string;
                /** @description The organisation. */
                organisation_id: components["schemas"]["OrganisationId"];
                /**
                 * Format: int32
                 * @description The rate of attendance so far, in thousandths.
                 */
                rate?: number | null;
                /** @description The session. */
                session_id: components["schemas"]["TrainingSessionId"];
                /** @description The slots where one is expected, by time. */
                slots: components["schemas"]["MySlotView"][];
                /** @description Its state. */
                status: components["schemas"]["TrainingSessionStatus"];
                /** @description Its title. */
                title: string;
                /** @description Hours over the whole session. */
                totals: components["schemas"]["AttendanceTotals"];
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_MyOrganisation: {
            /** @description The rows. */
            items: {
                id: components["schemas"]["OrganisationId"];
                name: string;
                role: components["schemas"]["Role"];
                status: components["schemas"]["Status"];
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_MyQuizSummary: {
            /** @description The rows. */
            items: {
                attempt_id?: components["schemas"]["QuizAttemptId"] | null;
                /**
                 * Format: int32
                 * @description Attempts that are left.
                 */
                attempts_left: number;
                /**
                 * Format: date-time
                 * @description When it closes.
                 */
                closes_at: string;
                /** @description The quiz of the session. */
                id: components["schemas"]["SessionQuizId"];
                /** @description Whether that is enough; null where nothing is passed or failed. */
                is_passed?: boolean | null;
                /** @description Whether one may begin now, or go on. */
                may_begin: boolean;
                /**
                 * Format: date-time
                 * @description When it opens; null: at once.
                 */
                opens_at?: string | null;
                organisation_id: components["schemas"]["OrganisationId"];
                organisation_name: string;
                /**
                 * Format: int32
                 * @description The percentage that counts, of the attempts that are published.
                 */
                percent?: number | null;
                /** @description What it is for. */
                purpose: components["schemas"]["QuizPurpose"];
                session_id: components["schemas"]["TrainingSessionId"];
                session_title: string;
                /** @description How far the last attempt is; `invited` before the first. */
                state: components["schemas"]["QuizAttemptState"];
                title: string;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_MySessionSummary: {
            /** @description The rows. */
            items: {
                /** Format: date */
                ends_on: string;
                enrolment_id?: components["schemas"]["EnrolmentId"] | null;
                enrolment_status?: components["schemas"]["EnrolmentStatus"] | null;
                id: components["schemas"]["TrainingSessionId"];
                /**
                 * Format: date-time
                 * @description The next slot, or the one that is under way.
                 */
                next_slot_at?: string | null;
                organisation_id: components["schemas"]["OrganisationId"];
                organisation_name: string;
                /** @description Room or address; may be empty. */
                place: string;
                /** Format: date */
                starts_on: string;
                status: components["schemas"]["TrainingSessionStatus"];
                title: string;
                /** @description Whether one trains in it. */
                trains: boolean;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_MySkill: {
            /** @description The rows. */
            items: {
                /** @description Whether the catalogue in place still has it. */
                active: boolean;
                /** @description Its code. */
                code: string;
                declaration?: components["schemas"]["SkillDeclaration"] | null;
                /**
                 * Format: int32
                 * @description The level the person declares, 1 to 4.
                 */
                declared_level?: number | null;
                difference?: components["schemas"]["SkillDifference"] | null;
                /** @description The declared experiences that claim it: what they claim counts like what is declared, the highest of all. */
                experiences: components["schemas"]["SkillClaimedIn"][];
                /** @description Its label today, or as of its newest entry: whichever was asked for. */
                label: string;
                searchable?: components["schemas"]["SearchableView"] | null;
                /** @description Every validation ever recorded, newest first. */
                validations: components["schemas"]["MyValidation"][];
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_NoticeView: {
            /** @description The rows. */
            items: {
                /** @description Its name since; null when the release no longer has it. */
                after?: string | null;
                /** @description Its name in the catalogue before the release. */
                before?: string | null;
                /** @description The code of the line. */
                code: string;
                /** Format: date-time */
                created_at: string;
                /** Format: date-time */
                decided_at?: string | null;
                decision?: components["schemas"]["NoticeDecision"] | null;
                id: components["schemas"]["NoticeId"];
                kind: components["schemas"]["NoticeKind"];
                /**
                 * Format: int32
                 * @description The release.
                 */
                release: number;
                replacement?: components["schemas"]["MatchedSkill"] | null;
                subject: components["schemas"]["NoticeSubject"];
                /** @description Its title. */
                training: string;
                training_id: components["schemas"]["TrainingId"];
                /** @description Its state: nothing is accepted in an archived one. */
                training_status: components["schemas"]["TrainingStatus"];
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_OrganisationRow: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date-time
                 * @description When the registers last told.
                 */
                checked_at?: string | null;
                /** @description Where the registers say otherwise than the organisation. */
                contradictions: components["schemas"]["IdentityContradiction"][];
                /** Format: date-time */
                created_at: string;
                id: components["schemas"]["OrganisationId"];
                legal_name?: string | null;
                /** Format: int64 */
                members: number;
                name: string;
                nda?: string | null;
                siret?: string | null;
                /** @description Where its identity stands. */
                standing: components["schemas"]["IdentityStanding"];
                status: components["schemas"]["Status"];
                status_reason?: string | null;
                /** @description SIRETs that were taken from it: it cannot declare them. */
                withdrawn_sirets: string[];
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_OwnSkillView: {
            /** @description The rows. */
            items: {
                description: string;
                id: components["schemas"]["OwnSkillId"];
                label: string;
                link: components["schemas"]["OwnSkillLink"];
                /** @description Matches that were refused: they are not proposed again. */
                refusals: components["schemas"]["RefusalView"][];
                skill?: components["schemas"]["MatchedSkill"] | null;
                /**
                 * Format: int64
                 * @description How many trainings name it, in any revision.
                 */
                trainings: number;
                /** Format: date-time */
                updated_at: string;
                /**
                 * Format: int32
                 * @description To be sent back as `If-Match`.
                 */
                version: number;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_PassportEvent: {
            /** @description The rows. */
            items: {
                /** Format: date-time */
                at: string;
                /** @description Code of the skill. */
                code: string;
                /**
                 * Format: int32
                 * @description On the common scale; of a declaration, the level declared.
                 */
                common_level?: number | null;
                entry_id?: components["schemas"]["ValidationId"] | null;
                kind: components["schemas"]["PassportEventKind"];
                /** @description Its label that day. */
                label: string;
                organisation_id?: components["schemas"]["OrganisationId"] | null;
                /** @description As it was when the entry was written. */
                organisation_name?: string | null;
                /** @description What was found, in words. */
                step_name?: string | null;
                /** @description The comment, the reason, the reply or the answer. */
                text?: string | null;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_PassportExport: {
            /** @description The rows. */
            items: {
                /**
                 * Format: int64
                 * @description Length of the file.
                 */
                bytes?: number | null;
                /** @description What was chosen. */
                content: components["schemas"]["PassportChoice"];
                /**
                 * Format: date-time
                 * @description When its file goes, or went.
                 */
                erase_at?: string | null;
                /** @description Why it could not be written: `too_large` (more than 500 MiB: leave proofs out) or `unavailable`. */
                failure?: string | null;
                format: components["schemas"]["PassportFormat"];
                /** Format: uuid */
                id: string;
                /** @description The number printed on it. */
                number?: string | null;
                /**
                 * Format: int32
                 * @description How far it is, 0 to 100.
                 */
                percent: number;
                /**
                 * Format: date-time
                 * @description When its file could first be fetched.
                 */
                ready_at?: string | null;
                /** Format: date-time */
                requested_at: string;
                status: components["schemas"]["PassportExportStatus"];
                /** @description What it is at. */
                step: components["schemas"]["PassportExportStep"];
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_PassportLogLine: {
            /** @description The rows. */
            items: {
                /** Format: date-time */
                at: string;
                /** Format: uuid */
                id: string;
                kind: components["schemas"]["PassportLogKind"];
                /** @description What it was about: format, number, what was chosen. */
                scope: Record<string, never>;
                /** @description The recipient the person named; null where it was the person. */
                who?: string | null;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_PassportShare: {
            /** @description The rows. */
            items: {
                /** @description What it shows. */
                content: components["schemas"]["PassportChoice"];
                /** Format: date-time */
                created_at: string;
                /** Format: date-time */
                expires_at: string;
                /** @description Whether a password is asked for. */
                has_password: boolean;
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                last_viewed_at?: string | null;
                recipient: string;
                /** Format: date-time */
                revoked_at?: string | null;
                /**
                 * Format: int32
                 * @description How often it was looked at.
                 */
                view_count: number;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_ProposedSkill: {
            /** @description The rows. */
            items: {
                /** @description Its code. */
                code: string;
                /** @description What it is. */
                kind: components["schemas"]["SkillKind"];
                /** @description Its name. */
                label: string;
                /** @description The words of the text that its name holds, as they were typed. */
                words: string[];
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_QuestionSummary: {
            /** @description The rows. */
            items: {
                archived: boolean;
                id: components["schemas"]["QuestionId"];
                kind: components["schemas"]["QuestionKind"];
                /**
                 * Format: int32
                 * @description Number of its newest version.
                 */
                number: number;
                /**
                 * Format: int64
                 * @description How many quizzes name it, in any revision.
                 */
                quizzes: number;
                /** @description Codes and names of its skills. */
                skills: string[];
                tags: string[];
                /** @description The beginning of what it asks. */
                title: string;
                /** Format: date-time */
                updated_at: string;
                /** @description Who wrote it last; null once the account is gone. */
                updated_by?: string | null;
                /**
                 * Format: int32
                 * @description To be sent back as `If-Match`.
                 */
                version: number;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_QuestionTag: {
            /** @description The rows. */
            items: {
                /**
                 * Format: int64
                 * @description How many questions in use bear it.
                 */
                questions: number;
                tag: string;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_QuestionVersion: {
            /** @description The rows. */
            items: {
                /** Format: date-time */
                created_at: string;
                /** @description Who wrote it; null once the account is gone. */
                created_by?: string | null;
                /** Format: int32 */
                number: number;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_QueuedExperience: {
            /** @description The rows. */
            items: {
                /**
                 * Format: int64
                 * @description Whole days since then.
                 */
                age_days: number;
                assigned_to?: components["schemas"]["ExperienceAssignee"] | null;
                /** Format: date */
                due_on: string;
                first_name: string;
                id: components["schemas"]["ExperienceSubmissionId"];
                last_name: string;
                /** @description Whether an answer was expected by now. */
                overdue: boolean;
                status: components["schemas"]["ExperienceSubmissionStatus"];
                /**
                 * Format: date-time
                 * @description The last time.
                 */
                submitted_at: string;
                /** @description What it was, in the person's words. */
                title: string;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_QuizAdjustment: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date-time
                 * @description When they asked.
                 */
                asked_at?: string | null;
                asked_time?: components["schemas"]["QuizExtraTime"] | null;
                /** @description Whose. */
                enrolment_id: components["schemas"]["EnrolmentId"];
                /**
                 * Format: int32
                 * @description How many more attempts.
                 */
                extra_attempts: number;
                /** @description How much more time. */
                extra_time: components["schemas"]["QuizExtraTime"];
                first_name: string;
                last_name: string;
                /**
                 * Format: int32
                 * @description To be sent back as `If-Match`; 0 while nothing was written.
                 */
                version: number;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_QuizCopyAnswer: {
            /** @description The rows. */
            items: {
                /** @description Who wrote it; null while names are hidden. */
                author?: string | null;
                /** @description The copy it belongs to. Random. */
                copy_id: components["schemas"]["QuizCopyId"];
                grade?: components["schemas"]["QuizGrade"] | null;
                /** @description What people call it while names are hidden, such as `Copie 3F9A12`. */
                label: string;
                /** @description The question and the answer. */
                question: components["schemas"]["AskedQuestion"];
                /** @description What it is graded by; empty without a rubric. */
                rubric: components["schemas"]["RubricCriterion"][];
                /** @description How far its attempt is. */
                state: components["schemas"]["QuizAttemptState"];
                /**
                 * Format: int32
                 * @description To be sent back as `If-Match`; 0 while it waits.
                 */
                version: number;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_QuizCorrection: {
            /** @description The rows. */
            items: {
                /** Format: date-time */
                applied_at: string;
                /** @description By whom; null once the account is gone. */
                applied_by?: string | null;
                /**
                 * Format: int64
                 * @description How many attempts it changed.
                 */
                changed: number;
                /**
                 * Format: int32
                 * @description The version that was asked.
                 */
                from_number: number;
                id: components["schemas"]["QuizCorrectionId"];
                /** @description The question. */
                question_id: components["schemas"]["QuestionId"];
                /** @description Why. */
                reason: string;
                /**
                 * Format: int32
                 * @description The version that scores it.
                 */
                to_number: number;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_QuizRevisionSummary: {
            /** @description The rows. */
            items: {
                /** Format: int32 */
                number: number;
                /**
                 * Format: date-time
                 * @description When it was published; null while it is being written.
                 */
                published_at?: string | null;
                /** @description Who published it; null while it is being written, and once the account is gone. */
                published_by?: string | null;
                title: string;
                /**
                 * Format: date-time
                 * @description When it was last written.
                 */
                written_at: string;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_QuizSummary: {
            /** @description The rows. */
            items: {
                /** @description Whether something was written since it was last published. */
                has_draft: boolean;
                id: components["schemas"]["QuizId"];
                kind: components["schemas"]["QuizKind"];
                /**
                 * Format: int64
                 * @description How many questions it asks.
                 */
                questions: number;
                /**
                 * Format: int32
                 * @description Number of its newest published revision; 0 before the first.
                 */
                revision: number;
                /**
                 * Format: int64
                 * @description How many sessions take it.
                 */
                sessions: number;
                status: components["schemas"]["QuizStatus"];
                title: string;
                /** Format: date-time */
                updated_at: string;
                /** @description Who wrote it last; null once the account is gone. */
                updated_by?: string | null;
                /**
                 * Format: int32
                 * @description To be sent back as `If-Match`.
                 */
                version: number;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_ReceivedReply: {
            /** @description The rows. */
            items: {
                person_id: components["schemas"]["PersonId"];
                person_name: string;
                reply: components["schemas"]["EntryReply"];
                /** @description Label of the skill. */
                skill: string;
                step_name: string;
                validation_id: components["schemas"]["ValidationId"];
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_RecruiterView: {
            /** @description The rows. */
            items: {
                /** @description For which company. */
                company: components["schemas"]["RecruiterCompany"];
                /** @description The account. */
                id: components["schemas"]["RecruiterId"];
                /** @description What they wrote to those who review. */
                message?: string | null;
                /** @description Who asks. */
                person: components["schemas"]["RecruiterPerson"];
                proof?: components["schemas"]["RecruiterProof"] | null;
                /**
                 * Format: date-time
                 * @description When it was asked for.
                 */
                requested_at: string;
                /** @description Where the account stands. */
                status: components["schemas"]["RecruiterStatus"];
                /** @description Why, when it was refused or suspended. */
                status_reason?: string | null;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_ResourceView: {
            /** @description The rows. */
            items: {
                file?: components["schemas"]["FileCard"] | null;
                id: components["schemas"]["ResourceId"];
                kind: components["schemas"]["ResourceKind"];
                /**
                 * Format: int32
                 * @description Number of its newest version, the one that is shown.
                 */
                number: number;
                session_course_id?: components["schemas"]["SessionCourseId"] | null;
                title: string;
                /** Format: date-time */
                updated_at: string;
                /** @description Address of a link or a video. */
                url?: string | null;
                /**
                 * Format: int32
                 * @description To be sent back as `If-Match`.
                 */
                version: number;
                /**
                 * Format: date-time
                 * @description When trainees see it; null: at once.
                 */
                visible_from?: string | null;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_RevisionSummary: {
            /** @description The rows. */
            items: {
                /** Format: int32 */
                number: number;
                /**
                 * Format: date-time
                 * @description Null while it is being written.
                 */
                published_at?: string | null;
                /**
                 * Format: int32
                 * @description Release of the catalogue it was written with; 0 when there was none.
                 */
                release: number;
                title: string;
                /** Format: date-time */
                written_at: string;
                /** @description Who published it or, while it is being written, who wrote it last; null once the account is gone. */
                written_by?: string | null;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_SavedSearchView: {
            /** @description The rows. */
            items: {
                /** @description What the catalogue says otherwise than when it was saved. Saving `search` again takes today's names. */
                changes: components["schemas"]["CodeChange"][];
                /** Format: date-time */
                created_at: string;
                id: components["schemas"]["SavedSearchId"];
                /** @description What its owner calls it. */
                name: string;
                /** @description The name of each of its codes today. */
                names: components["schemas"]["NamedCode"][];
                /** @description What keeps it from being run, by pointer into `search`; empty when it runs. */
                obstacles: components["schemas"]["FieldError"][];
                /**
                 * Format: int32
                 * @description Release of the catalogue it was saved on.
                 */
                release: number;
                /** @description What it asks: codes that were replaced are followed. */
                search: components["schemas"]["SearchCriteria"];
                /** Format: date-time */
                updated_at: string;
                /**
                 * Format: int32
                 * @description To be sent back as `If-Match`.
                 */
                version: number;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_SessionInvitation: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date
                 * @description Last day of the session.
                 */
                ends_on: string;
                id: components["schemas"]["EnrolmentId"];
                organisation_id: components["schemas"]["OrganisationId"];
                organisation_name: string;
                /** @description Room or address; may be empty. */
                place: string;
                /** Format: date-time */
                sent_at: string;
                session_id: components["schemas"]["TrainingSessionId"];
                session_title: string;
                /**
                 * Format: date
                 * @description First day on which one is expected.
                 */
                starts_on: string;
                /**
                 * @description `invited` waits for an answer; any other state was registered by the organisation, and waits to be joined to the
                 *     account.
                 */
                status: components["schemas"]["EnrolmentStatus"];
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_SessionQuiz: {
            /** @description The rows. */
            items: {
                /**
                 * Format: date-time
                 * @description When it closes; null: with the session.
                 */
                closes_at?: string | null;
                /** @description Whether somebody started: it is no longer deleted then. */
                has_attempts: boolean;
                id: components["schemas"]["SessionQuizId"];
                /**
                 * Format: date-time
                 * @description When it opens; null: at once.
                 */
                opens_at?: string | null;
                purpose: components["schemas"]["QuizPurpose"];
                quiz_id?: components["schemas"]["QuizId"] | null;
                /** @description The skills of the session's revision it is about. */
                skills: string[];
                title: string;
                /**
                 * Format: int32
                 * @description To be sent back as `If-Match`.
                 */
                version: number;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_SessionRoom: {
            /** @description The rows. */
            items: {
                id: components["schemas"]["RoomId"];
                kind: components["schemas"]["SessionRoomKind"];
                /** @description The trainees of a group, by their enrolments; other rooms name nobody. */
                members: components["schemas"]["EnrolmentId"][];
                name: string;
                /**
                 * Format: int32
                 * @description To be sent back as `If-Match`.
                 */
                version: number;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_SessionSummary: {
            /** @description The rows. */
            items: {
                /** Format: date */
                ends_on: string;
                id: components["schemas"]["TrainingSessionId"];
                /**
                 * Format: date-time
                 * @description The next of them, or the one that is under way.
                 */
                next_slot_at?: string | null;
                /** @description Room or address; may be empty. */
                place: string;
                /**
                 * Format: int32
                 * @description How many can take part; null: no limit.
                 */
                seats?: number | null;
                /**
                 * Format: int64
                 * @description Slots that take place.
                 */
                slots: number;
                /** Format: date */
                starts_on: string;
                status: components["schemas"]["TrainingSessionStatus"];
                /**
                 * Format: int64
                 * @description People who hold a seat: invited, enrolled, confirmed or finished.
                 */
                taken: number;
                title: string;
                /** @description Names of the trainers. */
                trainers: string[];
                training_id: components["schemas"]["TrainingId"];
                /** Format: int32 */
                version: number;
                /**
                 * Format: int64
                 * @description People who wait for a seat.
                 */
                waiting: number;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_SkillFound: {
            /** @description The rows. */
            items: {
                /** @description Whether the release in place has it. */
                active: boolean;
                /** @description Its code. */
                code: string;
                /** @description What it is. */
                kind: components["schemas"]["SkillKind"];
                /** @description Its name. */
                label: string;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_SlotView: {
            /** @description The rows. */
            items: {
                cancel_reason?: string | null;
                /** Format: date-time */
                cancelled_at?: string | null;
                course_title?: string | null;
                /** Format: date-time */
                ends_at: string;
                /** @description The half-days in Paris it counts for. */
                half_days: components["schemas"]["HalfDay"][];
                /** @description Whether attendance was taken: its times then change by rectification only. */
                has_attendance: boolean;
                id: components["schemas"]["SlotId"];
                kind: components["schemas"]["SlotKind"];
                /**
                 * Format: int64
                 * @description How long it lasts.
                 */
                minutes: number;
                modality?: components["schemas"]["Modality"] | null;
                /** @description Why it stands although somebody or the place is taken. */
                override_reason?: string | null;
                /** @description Its own room or address; empty: that of the session. */
                place: string;
                /** @description Its own address at a distance; null: that of the session. */
                remote_url?: string | null;
                session_course_id?: components["schemas"]["SessionCourseId"] | null;
                sheet_state: components["schemas"]["SheetState"];
                /** Format: date-time */
                starts_at: string;
                /** @description What is done, beside or instead of the course; may be empty. */
                title: string;
                trainers: components["schemas"]["SessionTrainer"][];
                /** Format: date-time */
                updated_at: string;
                /**
                 * Format: int32
                 * @description To be sent back as `If-Match`.
                 */
                version: number;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_TouchedGridView: {
            /** @description The rows. */
            items: {
                /** @description The grid. */
                id: components["schemas"]["GridId"];
                /**
                 * Format: int64
                 * @description Lines of trainings that measured by it a skill the import renamed or retired.
                 */
                lines: number;
                /** @description Its name. */
                name: string;
                /** @description The organisation's name. */
                organisation: string;
                /** @description Whose it is. */
                organisation_id: components["schemas"]["OrganisationId"];
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_TrainingSummary: {
            /** @description The rows. */
            items: {
                /** @description Whether something was written since it was last published. */
                has_draft: boolean;
                id: components["schemas"]["TrainingId"];
                /** @description Codes and titles of its jobs. */
                jobs: string[];
                /**
                 * Format: int64
                 * @description How long its courses take together.
                 */
                minutes: number;
                /**
                 * Format: int32
                 * @description Number of its newest published revision; 0 before the first.
                 */
                revision: number;
                /**
                 * Format: int64
                 * @description How many skills it names.
                 */
                skills: number;
                status: components["schemas"]["TrainingStatus"];
                title: string;
                /** Format: date-time */
                updated_at: string;
                /** @description Who wrote it last; null once the account is gone. */
                updated_by?: string | null;
                /** Format: int32 */
                version: number;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_ValidationProposal: {
            /** @description The rows. */
            items: {
                /** @description Code of the skill. */
                code: string;
                comment?: string | null;
                /** Format: int32 */
                common_level?: number | null;
                /** @description Titles of what it rests on. */
                evidence: string[];
                /** Format: date */
                expires_on?: string | null;
                id: components["schemas"]["ProposalId"];
                /** @description Codes of the training's jobs. */
                jobs: string[];
                /** @description Its label when it was proposed. */
                label: string;
                /** @description Whether whoever reads this may decide: neither who proposed it nor the person it is about. */
                may_be_decided: boolean;
                off_programme: boolean;
                passing: boolean;
                person_id: components["schemas"]["PersonId"];
                person_name: string;
                /** Format: date-time */
                proposed_at: string;
                proposed_by?: components["schemas"]["PersonId"] | null;
                proposed_by_name: string;
                session_id: components["schemas"]["TrainingSessionId"];
                session_title: string;
                /** @description `waiting`, `confirmed` or `refused`. */
                status: string;
                step_name: string;
                supersedes?: components["schemas"]["ValidationId"] | null;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description One page of a list. */
        Page_ValidationView: {
            /** @description The rows. */
            items: {
                comment?: string | null;
                /**
                 * Format: int32
                 * @description Place of the step on the common scale, if any.
                 */
                common_level?: number | null;
                /** @description Name of the second person, where the organisation asked for two. */
                confirmed_by_name?: string | null;
                /**
                 * Format: date
                 * @description Last day on which it counts (Europe/Paris).
                 */
                expires_on?: string | null;
                grid_id?: components["schemas"]["GridId"] | null;
                /** Format: int32 */
                grid_version?: number | null;
                id: components["schemas"]["ValidationId"];
                /** @description Codes of the training's jobs. */
                jobs: string[];
                /** @description Whether the skill was none of the session's revision. */
                off_programme: boolean;
                /** @description The organisation as it signed then, and what the registers said of it that day. */
                organisation: components["schemas"]["Issuer"];
                /** @description `organisation`, `session` or `experience`. */
                origin: string;
                /** @description Whether the step means acquired. */
                passing: boolean;
                person_id: components["schemas"]["PersonId"];
                revocation?: components["schemas"]["Revocation"] | null;
                session_id?: components["schemas"]["TrainingSessionId"] | null;
                skill: components["schemas"]["ValidatedSkill"];
                /**
                 * Format: int32
                 * @description Place of the step in that version, counted from 0.
                 */
                step?: number | null;
                step_name: string;
                /** Format: date-time */
                validated_at: string;
                /** @description The trainer. */
                validator_id: components["schemas"]["PersonId"];
                /** @description Their name that day; null in the oldest entries. */
                validator_name?: string | null;
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
        /** @description A scanned paper sheet. */
        PaperScan: {
            file_id?: components["schemas"]["FileId"] | null;
        };
        /**
         * @description What a partly right answer to a multiple choice is worth. Never less than nothing by itself.
         * @enum {string}
         */
        PartialCredit: "all_or_nothing" | "per_choice" | "right_minus_wrong" | "weighted";
        /**
         * @description Why a part was not followed, as the declaration names it. A proposal: people decide.
         * @enum {string}
         */
        PartialReason: "abandonment_or_absence" | "force_majeure_to_check" | "provider_stopped";
        /** @description A participant, written anew. */
        ParticipantDraft: {
            /** @description Where to invite them; it stays once an account is joined. */
            email?: string | null;
            /** @description Who employs them, 200 characters at most; null for job seekers, and while it is not known. */
            employer?: string | null;
            /**
             * Format: date
             * @description The last one; null: until the end.
             */
            ends_on?: string | null;
            /** @description 1 to 100 characters. */
            first_name: string;
            /** @description 1 to 100 characters. */
            last_name: string;
            /** @description The organisation's own number for them, 100 characters at most. */
            reference?: string | null;
            /**
             * Format: date
             * @description First day on which they are expected.
             */
            starts_on: string;
        };
        /**
         * @description For whom an export is meant: it is printed on it, and changes nothing else.
         * @enum {string}
         */
        PassportAudience: "holder" | "recruiter" | "organisation" | "administration";
        /** @description What of the passport: all of it, unless skills or days are named. */
        PassportChoice: {
            /** @default null */
            audience: components["schemas"]["PassportAudience"] | null;
            /**
             * Format: date
             * @description From this day on (Europe/Paris).
             * @default null
             */
            from: string | null;
            /**
             * @description Codes of skills, 300 at most; null: all of them.
             * @default null
             */
            skills: string[] | null;
            /**
             * Format: date
             * @description Through this day.
             * @default null
             */
            to: string | null;
            /**
             * @description Whether the person's address is in it.
             * @default false
             */
            with_contact: boolean;
            /**
             * @description Whether the files of proofs go with it.
             * @default false
             */
            with_proofs: boolean;
        };
        /** @description A document that proves one claim. Its file is its canonical text, byte for byte. */
        PassportDisclosure: {
            /** @description `carnet.passport-disclosure/1`. */
            format: string;
            /** @description What the root is signed with. */
            head: components["schemas"]["ExportedHead"];
            /**
             * Format: int32
             * @description Place of the leaf at the base of the tree, from 0.
             */
            index: number;
            /** @description What is proved. */
            leaf: components["schemas"]["ExportedLeaf"];
            /** @description The digests beside the way to the root, the lowest first. */
            path: string[];
            /** @description The platform's seal on the canonical text of `head`. */
            seal: components["schemas"]["Seal"];
        };
        /** @description Something that happened in a passport. */
        PassportEvent: {
            /** Format: date-time */
            at: string;
            /** @description Code of the skill. */
            code: string;
            /**
             * Format: int32
             * @description On the common scale; of a declaration, the level declared.
             */
            common_level?: number | null;
            entry_id?: components["schemas"]["ValidationId"] | null;
            kind: components["schemas"]["PassportEventKind"];
            /** @description Its label that day. */
            label: string;
            organisation_id?: components["schemas"]["OrganisationId"] | null;
            /** @description As it was when the entry was written. */
            organisation_name?: string | null;
            /** @description What was found, in words. */
            step_name?: string | null;
            /** @description The comment, the reason, the reply or the answer. */
            text?: string | null;
        };
        /**
         * @description What happened.
         * @enum {string}
         */
        PassportEventKind: "declared" | "validated" | "attested" | "not_acquired" | "revoked" | "superseded" | "expired" | "replied" | "answered";
        /** @description An export, and how far it is. */
        PassportExport: {
            /**
             * Format: int64
             * @description Length of the file.
             */
            bytes?: number | null;
            /** @description What was chosen. */
            content: components["schemas"]["PassportChoice"];
            /**
             * Format: date-time
             * @description When its file goes, or went.
             */
            erase_at?: string | null;
            /** @description Why it could not be written: `too_large` (more than 500 MiB: leave proofs out) or `unavailable`. */
            failure?: string | null;
            format: components["schemas"]["PassportFormat"];
            /** Format: uuid */
            id: string;
            /** @description The number printed on it. */
            number?: string | null;
            /**
             * Format: int32
             * @description How far it is, 0 to 100.
             */
            percent: number;
            /**
             * Format: date-time
             * @description When its file could first be fetched.
             */
            ready_at?: string | null;
            /** Format: date-time */
            requested_at: string;
            status: components["schemas"]["PassportExportStatus"];
            /** @description What it is at. */
            step: components["schemas"]["PassportExportStep"];
        };
        /**
         * @description Where an export stands.
         * @enum {string}
         */
        PassportExportStatus: "waiting" | "running" | "ready" | "failed" | "erased";
        /**
         * @description What an export is at.
         * @enum {string}
         */
        PassportExportStep: "waiting" | "gathering" | "drawing" | "packing" | "keeping" | "done";
        /**
         * @description In which form.
         * @enum {string}
         */
        PassportFormat: "pdf" | "json" | "zip";
        /**
         * @description Which of an organisation's standing entries is its current level. The search has its own rule, whatever is chosen here.
         * @enum {string}
         */
        PassportLevelRule: "highest" | "latest";
        /**
         * @description What happened.
         * @enum {string}
         */
        PassportLogKind: "export_requested" | "export_downloaded" | "claim_disclosed" | "badge_issued" | "share_created" | "share_viewed" | "share_proof_opened" | "share_revoked" | "entry_imported" | "import_removed";
        /** @description A line of the log. */
        PassportLogLine: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["PassportLogKind"];
            /** @description What it was about: format, number, what was chosen. */
            scope: Record<string, never>;
            /** @description The recipient the person named; null where it was the person. */
            who?: string | null;
        };
        /** @description The choices of an organisation. */
        PassportSettings: {
            /** @description Which of its standing entries is its current level of a skill. The search always takes the highest. */
            level_rule: components["schemas"]["PassportLevelRule"];
            /**
             * Format: int32
             * @description Within how many days it answers a person who answered an entry.
             */
            reply_days: number;
            /** @description Whether what is written in a session counts only once a second person has confirmed it. */
            two_people: boolean;
            /** @description Skills whose validation must be renewed, by code. */
            validities: components["schemas"]["SkillValidity"][];
            /**
             * Format: int32
             * @description Raised by every write; 0 before the first.
             */
            version: number;
        };
        /** @description The same, to be written. */
        PassportSettingsDraft: {
            level_rule: components["schemas"]["PassportLevelRule"];
            /**
             * Format: int32
             * @description 1 to 90.
             */
            reply_days: number;
            two_people: boolean;
            /** @description 500 at most, each skill once. Entries that are written keep their end. */
            validities: components["schemas"]["SkillValidity"][];
        };
        /** @description A link, as its owner reads it. The address itself is shown once, when it is given out. */
        PassportShare: {
            /** @description What it shows. */
            content: components["schemas"]["PassportChoice"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            /** @description Whether a password is asked for. */
            has_password: boolean;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            last_viewed_at?: string | null;
            recipient: string;
            /** Format: date-time */
            revoked_at?: string | null;
            /**
             * Format: int32
             * @description How often it was looked at.
             */
            view_count: number;
        };
        /**
         * @description Whether what was issued still holds.
         * @enum {string}
         */
        PassportStanding: "valid" | "revoked_since" | "superseded" | "unknown";
        /** @description The present password, and the one to set. */
        PasswordChange: {
            current_password: string;
            /** @description 12 to 128 characters. */
            password: string;
        };
        /** @description The token of the mail, and the password to set. */
        PasswordReset: {
            /** @description 12 to 128 characters. */
            password: string;
            token: string;
        };
        /**
         * Format: uuid
         * @description An account holder. Never shown to recruiters.
         */
        PersonId: string;
        /** @description What a published revision asks at one place. */
        PinnedItem: {
            /**
             * Format: int32
             * @description How many of `questions` an attempt asks: one of one, or fewer than there are.
             */
            count: number;
            /** @description Whether `count` of them are drawn. */
            is_draw: boolean;
            /** @description What each question asked here is worth. */
            points: components["schemas"]["Points"];
            /**
             * Format: int32
             * @description Its place in the whole quiz, counted from 0.
             */
            position: number;
            /** @description The versions that are asked, or drawn among. */
            questions: components["schemas"]["PinnedQuestion"][];
        };
        /** @description A version of a question, as a revision pins it. */
        PinnedQuestion: {
            /** @description What it says. */
            content: components["schemas"]["Question"];
            /**
             * Format: int32
             * @description Number of the version.
             */
            number: number;
            /** @description The question. */
            question_id: components["schemas"]["QuestionId"];
        };
        /** @description A part of a published revision. */
        PinnedSection: {
            /** @description What people read above it; may be empty. */
            instructions: string;
            /** @description What it asks, in order. */
            items: components["schemas"]["PinnedItem"][];
            /** @description Its title; may be empty. */
            title: string;
        };
        /**
         * @description A kind of place in the catalogue.
         * @enum {string}
         */
        PlaceKind: "letter" | "domain" | "job" | "family";
        /** @description The planned hours of a session. */
        PlannedHours: {
            /**
             * Format: int32
             * @description How long it lasts by what was announced and signed, in minutes.
             */
            announced_minutes: number;
            /**
             * Format: int64
             * @description How long it lasts by its slots, and by the courses everybody follows at their own time.
             */
            planned_minutes: number;
            /** @description Each skill of the revision, in its order. */
            skills: components["schemas"]["PlannedSkill"][];
        };
        /** @description The planned hours of one skill. A course gives its time to its skills in equal parts. */
        PlannedSkill: {
            /**
             * Format: int64
             * @description What is missing (negative) or beyond.
             */
            difference: number;
            /**
             * Format: int64
             * @description By the courses of the revision, in minutes.
             */
            expected_minutes: number;
            label: string;
            /**
             * Format: int64
             * @description By the slots of the session, in minutes.
             */
            planned_minutes: number;
            /** @description Code of a skill of the catalogue, or id of one of the organisation's own. */
            skill: string;
        };
        /**
         * Format: double
         * @description A number of points. Written as a number with two decimals at most, kept in hundredths.
         */
        Points: number;
        /** @description What becomes of a cell. */
        PreviewedCell: {
            action: components["schemas"]["ValidationAction"];
            /**
             * Format: int32
             * @description Its place on the common scale.
             */
            common_level?: number | null;
            /** @description Why it is refused. */
            errors: components["schemas"]["FieldError"][];
            /**
             * Format: date
             * @description Last day on which it will count.
             */
            expires_on?: string | null;
            /** @description Whether the level was converted from the common scale by the stored mapping. */
            is_converted: boolean;
            /** @description Whether the skill is none of the programme. */
            off_programme: boolean;
            /** @description Whether that means acquired. */
            passing?: boolean | null;
            /** @description What will be written, in words; null when it is refused. */
            step_name?: string | null;
            supersedes?: components["schemas"]["ValidationId"] | null;
        };
        /** @description The body of every refusal and failure. */
        Problem: {
            /** @description Stable code for programs. */
            code: components["schemas"]["Code"];
            /**
             * @description What is there now, when the change started from an older version; its form is that of the operation's answer. Or
             *     what stands in the way, in the form the code's description names.
             */
            current?: Record<string, never> | null;
            /** @description The state that refuses, when a state machine does. */
            current_state?: string | null;
            /** @description What is wrong with which field. */
            errors?: components["schemas"]["FieldError"][];
            /** @description Names the request in our logs. */
            request_id?: string | null;
            /**
             * Format: int32
             * @description HTTP status, repeated.
             */
            status: number;
            /** @description French sentence for people. */
            title: string;
            /** @description Address of the kind of problem, relative to the site. */
            type: string;
        };
        /**
         * Format: uuid
         * @description The public, random id of a person's profile: the only one a recruiter sees.
         */
        ProfileId: string;
        /** @description The person's own profile as a recruiter sees it, or would. */
        ProfilePreview: {
            /** @description The profile. */
            hit: components["schemas"]["ProfileView"];
            /** @description Whether recruiters can find it now. */
            visible: boolean;
        };
        /** @description What a recruiter sees of a person. */
        ProfileView: {
            /** @description First name. */
            first_name: string;
            /** @description Last name. */
            last_name: string;
            /**
             * Format: uuid
             * @description The public id of the profile.
             */
            profile_id: string;
            /** @description Skills: those asked for first, then by level, validated before declared, then by label. */
            skills: components["schemas"]["SkillView"][];
        };
        /**
         * Format: uuid
         * @description An element that proves attendance beside signatures.
         */
        ProofId: string;
        /**
         * @description What an element is.
         * @enum {string}
         */
        ProofKind: "connection" | "quiz" | "work" | "message" | "other";
        /** @description Whether a proposal is confirmed. */
        ProposalDecision: {
            /** @description Confirmed as it is, or refused. */
            confirm: boolean;
            /** @description Why it is refused, 1 to 1000 characters; who proposed it reads it. */
            reason?: string | null;
        };
        /**
         * Format: uuid
         * @description A validation that was proposed and waits for a second person.
         */
        ProposalId: string;
        /** @description What a table made, or would make. */
        ProposedExperiences: {
            dry_run: boolean;
            /** @description How many experiences. */
            experiences: number;
            /** @description Of how many people. */
            people: number;
        };
        /** @description A job that a text is likely about. */
        ProposedJob: {
            /** @description Its code. */
            code: string;
            /** @description Its professional domain. */
            domain: components["schemas"]["Labelled"];
            /** @description Its title. */
            label: string;
            /** @description The name of the job that is nearest to the text. */
            matched: string;
            /** @description The words of the text that the job's names or its sheet hold, as they were typed. */
            words: string[];
        };
        /** @description A skill that a text likely means. */
        ProposedSkill: {
            /** @description Its code. */
            code: string;
            /** @description What it is. */
            kind: components["schemas"]["SkillKind"];
            /** @description Its name. */
            label: string;
            /** @description The words of the text that its name holds, as they were typed. */
            words: string[];
        };
        /** @description A table of experiences. */
        ProposeExperiences: {
            /**
             * @description The table as text: headings `e-mail`, `intitulé`, `début` (needed), `fin`, `organisme`, `lieu`, `description`, `compétences` (`103091:3 107405:2`);
             *     500 rows at most.
             */
            csv: string;
            /** @description True: nothing is written, and the answer says what would be. */
            dry_run?: boolean;
        };
        /**
         * @description What a feature keeps a file for.
         * @enum {string}
         */
        Purpose: "session_resource" | "absence_proof" | "paper_sheet" | "passport_proof" | "passport_export" | "question_image" | "quiz_answer";
        /** @description What one purpose takes. */
        PurposeRules: {
            kinds: components["schemas"]["KindRules"][];
            purpose: components["schemas"]["Purpose"];
        };
        /** @description For which kind of action an organisation says that it is certified, and how long. */
        QualiopiCertificate: {
            /** @description The kind of action. */
            category: components["schemas"]["ActionKind"];
            /**
             * Format: date
             * @description The first day on which it is valid.
             */
            valid_from: string;
            /**
             * Format: date
             * @description The last one.
             */
            valid_until: string;
        };
        /** @description What a version of a question says. */
        Question: {
            /** @description What is expected of the answer. */
            answer: components["schemas"]["ExpectedAnswer"];
            /** @description What people read afterwards: why the right answer is right; may be empty. */
            explanation: string;
            /** @description What it is worth, unless a quiz says otherwise. */
            points: components["schemas"]["Points"];
            /** @description What is asked, in order. */
            statement: components["schemas"]["QuestionBlock"][];
        };
        /** @description A part of a statement. */
        QuestionBlock: {
            /** @description The text. */
            text: string;
            /** @enum {string} */
            type: "text";
        } | {
            /** @description What it shows, for those who do not see it. */
            alt: string;
            /** @description The file. */
            file_id: components["schemas"]["FileId"];
            /** @enum {string} */
            type: "image";
        } | {
            /** @description Its language, such as `python`; empty when it has none. */
            language: string;
            /** @description Its text. */
            text: string;
            /** @enum {string} */
            type: "code";
        } | {
            /** @description TeX, as it is typed between the dollars. */
            tex: string;
            /** @enum {string} */
            type: "formula";
        };
        /** @description A part of a statement, as it is sent. */
        QuestionBlockDraft: {
            /** @description Of an image: what it shows, 1 to 500 characters. */
            alt?: string | null;
            file_id?: components["schemas"]["FileId"] | null;
            /** @description Of code: its language, 40 characters at most. */
            language?: string | null;
            /** @description Of a formula: TeX without the dollars, 1 to 5000 characters. */
            tex?: string | null;
            /** @description Of a text or code: 1 to 5000 characters. */
            text?: string | null;
            /** @description What it is. */
            type: components["schemas"]["BlockType"];
        };
        /** @description A choice of a question. */
        QuestionChoice: {
            /** @description What whoever chose it reads afterwards; may be empty. */
            feedback: string;
            /** @description Stays the same from version to version. */
            id: components["schemas"]["ChoiceId"];
            /** @description Whether it is right. */
            is_right: boolean;
            /** @description What it says. */
            text: string;
            /**
             * Format: int32
             * @description With the rule `weighted`, what ticking it brings: hundredths of a percent of the points, -10000 to 10000. Those of the
             *     right choices add up to 10000, give or take 10 for thirds. Otherwise null.
             */
            weight?: number | null;
        };
        /** @description A choice, as it is sent. */
        QuestionChoiceDraft: {
            /** @description 2000 characters at most. */
            feedback?: string;
            id?: components["schemas"]["ChoiceId"] | null;
            /** @description Whether it is right. */
            is_right: boolean;
            /** @description 1 to 1000 characters. */
            text: string;
            /**
             * Format: int32
             * @description With the rule `weighted`: hundredths of a percent of the points, more than 0 exactly when it is right.
             */
            weight?: number | null;
        };
        /** @description What a version of a question says. */
        QuestionContent: components["schemas"]["Question"] & {
            skills: components["schemas"]["QuestionSkill"][];
            tags: string[];
        };
        /** @description A question to write. */
        QuestionDraft: {
            /** @description What is expected of the answer. */
            answer: components["schemas"]["AnswerDraft"];
            /** @description Why the right answer is right, read afterwards: 5000 characters at most. */
            explanation?: string;
            /**
             * Format: double
             * @description What it is worth unless a quiz says otherwise: 0.01 to 1000, with two decimals at most; 1 by default.
             */
            points?: number;
            /** @description Codes of skills of the catalogue it is about: 20 at most. */
            skills?: string[];
            /** @description What is asked, in order: 1 to 20 parts. */
            statement: components["schemas"]["QuestionBlockDraft"][];
            /** @description Words to find it by and to draw it by: 20 at most, of 1 to 50 characters. */
            tags?: string[];
        };
        /**
         * Format: uuid
         * @description A question of a bank, whatever its version.
         */
        QuestionId: string;
        /** @description What a file would do, or did. */
        QuestionImport: {
            /**
             * Format: date-time
             * @description When it was; null while nothing was written.
             */
            confirmed_at?: string | null;
            counts: components["schemas"]["QuestionImportCounts"];
            /**
             * Format: date-time
             * @description Until when it can be confirmed.
             */
            expires_at: string;
            id: components["schemas"]["QuestionImportId"];
            /** @description Headings of columns that mean nothing here. */
            ignored_columns: string[];
            /** @description Question by question, in the file's order. */
            rows: components["schemas"]["QuestionImportRow"][];
        };
        /**
         * @description What becomes of a question of a file.
         * @enum {string}
         */
        QuestionImportAction: "create" | "error";
        /** @description How to confirm. */
        QuestionImportConfirmation: {
            /** @description Whether questions in error are left out; otherwise a file with errors is refused. */
            skip_errors: boolean;
        };
        /** @description How many questions become what. */
        QuestionImportCounts: {
            /**
             * Format: int32
             * @description Written.
             */
            create: number;
            /**
             * Format: int32
             * @description Wrong.
             */
            error: number;
        };
        /** @description What is wrong with a question of a file, or deserves a look. */
        QuestionImportFault: {
            /** @description Stable code of the fault. */
            code: string;
            /**
             * Format: int32
             * @description The column, counted from 1; null in GIFT, and when the file has none for it.
             */
            column?: number | null;
            /** @description Which field of the question: a JSON pointer, or the heading of a column. */
            field: string;
            /**
             * Format: int32
             * @description The line, counted from 1.
             */
            line: number;
            /** @description French sentence for people. */
            message: string;
        };
        /**
         * Format: uuid
         * @description A file of questions that was read and waits for its confirmation.
         */
        QuestionImportId: string;
        /** @description A question of a file, and what becomes of it. */
        QuestionImportRow: {
            /** @description What becomes of it. */
            action: components["schemas"]["QuestionImportAction"];
            /** @description What is wrong with it. */
            errors: components["schemas"]["QuestionImportFault"][];
            kind?: components["schemas"]["QuestionKind"] | null;
            /**
             * Format: int32
             * @description The line it begins on, counted from 1.
             */
            line: number;
            points?: components["schemas"]["Points"] | null;
            /** @description What of it is left out, or deserves a look. */
            remarks: components["schemas"]["QuestionImportFault"][];
            /** @description Its tags. */
            tags: string[];
            /** @description The beginning of what it asks; null while that is not known. */
            title?: string | null;
        };
        /**
         * @description What kind of answer a question expects.
         * @enum {string}
         */
        QuestionKind: "single" | "multiple" | "true_false" | "short_text" | "number" | "long_text" | "file";
        /** @description A skill that a question is about. */
        QuestionSkill: {
            code: string;
            /** @description Its name when the version was written. */
            label: string;
        };
        /** @description A question in a list. */
        QuestionSummary: {
            archived: boolean;
            id: components["schemas"]["QuestionId"];
            kind: components["schemas"]["QuestionKind"];
            /**
             * Format: int32
             * @description Number of its newest version.
             */
            number: number;
            /**
             * Format: int64
             * @description How many quizzes name it, in any revision.
             */
            quizzes: number;
            /** @description Codes and names of its skills. */
            skills: string[];
            tags: string[];
            /** @description The beginning of what it asks. */
            title: string;
            /** Format: date-time */
            updated_at: string;
            /** @description Who wrote it last; null once the account is gone. */
            updated_by?: string | null;
            /**
             * Format: int32
             * @description To be sent back as `If-Match`.
             */
            version: number;
        };
        /** @description A tag of the organisation's questions. */
        QuestionTag: {
            /**
             * Format: int64
             * @description How many questions in use bear it.
             */
            questions: number;
            tag: string;
        };
        /** @description A version of a question, without what it says. */
        QuestionVersion: {
            /** Format: date-time */
            created_at: string;
            /** @description Who wrote it; null once the account is gone. */
            created_by?: string | null;
            /** Format: int32 */
            number: number;
        };
        /** @description A version of a question with what it says. */
        QuestionVersionView: {
            content: components["schemas"]["QuestionContent"];
            /** Format: int32 */
            number: number;
        };
        /** @description A question with what its newest version says. */
        QuestionView: components["schemas"]["QuestionSummary"] & {
            content: components["schemas"]["QuestionContent"];
        };
        /** @description A line of the queue. */
        QueuedExperience: {
            /**
             * Format: int64
             * @description Whole days since then.
             */
            age_days: number;
            assigned_to?: components["schemas"]["ExperienceAssignee"] | null;
            /** Format: date */
            due_on: string;
            first_name: string;
            id: components["schemas"]["ExperienceSubmissionId"];
            last_name: string;
            /** @description Whether an answer was expected by now. */
            overdue: boolean;
            status: components["schemas"]["ExperienceSubmissionStatus"];
            /**
             * Format: date-time
             * @description The last time.
             */
            submitted_at: string;
            /** @description What it was, in the person's words. */
            title: string;
        };
        /** @description What somebody has beyond the others. */
        QuizAdjustment: {
            /**
             * Format: date-time
             * @description When they asked.
             */
            asked_at?: string | null;
            asked_time?: components["schemas"]["QuizExtraTime"] | null;
            /** @description Whose. */
            enrolment_id: components["schemas"]["EnrolmentId"];
            /**
             * Format: int32
             * @description How many more attempts.
             */
            extra_attempts: number;
            /** @description How much more time. */
            extra_time: components["schemas"]["QuizExtraTime"];
            first_name: string;
            last_name: string;
            /**
             * Format: int32
             * @description To be sent back as `If-Match`; 0 while nothing was written.
             */
            version: number;
        };
        /** @description What somebody is to have beyond the others. */
        QuizAdjustmentDraft: {
            /**
             * Format: int32
             * @description How many more attempts, 0 to 100.
             */
            extra_attempts?: number;
            /** @description How much more time. */
            extra_time: components["schemas"]["QuizExtraTime"];
        };
        /** @description An answer that is saved. */
        QuizAnswerDraft: {
            answer?: components["schemas"]["GivenAnswer"] | null;
            /** @description Whether the person wants to come back to it. */
            is_flagged?: boolean;
            /** @description The question. */
            question_id: components["schemas"]["QuestionId"];
            /**
             * Format: int64
             * @description Counts up with each write of this answer, from 1: of two, the higher one stays, whichever arrives last.
             */
            sequence: number;
        };
        /** @description Answers to be saved. */
        QuizAnswers: {
            /** @description One per question, 100 at most. */
            answers?: components["schemas"]["QuizAnswerDraft"][];
        };
        /** @description What a quiz of a session asks. */
        QuizAttachment: {
            /**
             * Format: date-time
             * @description When it closes; null: with the session.
             */
            closes_at?: string | null;
            /** @description Whether somebody started: its quiz is no longer taken off or replaced, except by a newer revision. */
            has_attempts: boolean;
            id: components["schemas"]["SessionQuizId"];
            /**
             * Format: date-time
             * @description When it opens; null: at once.
             */
            opens_at?: string | null;
            quiz?: components["schemas"]["AttachedQuiz"] | null;
            /** @description From which score which level is proposed, skill by skill. */
            rules: components["schemas"]["SkillRule"][];
            /** @description What the session calls it. */
            title: string;
            /**
             * Format: int32
             * @description To be sent back as `If-Match`.
             */
            version: number;
        };
        /** @description Which quiz to take. */
        QuizAttachmentDraft: {
            /** @description A published quiz of the organisation. */
            quiz_id: components["schemas"]["QuizId"];
            /**
             * Format: int32
             * @description One of its published revisions; null: the newest.
             */
            revision?: number | null;
        };
        /** @description An attempt that was handed in, with everything that was answered and what is right. */
        QuizAttemptDetails: components["schemas"]["QuizAttemptRow"] & {
            /** @description Whose. */
            enrolment_id: components["schemas"]["EnrolmentId"];
            /** @description Its questions, in the order in which they were asked. */
            questions: components["schemas"]["MarkedQuestion"][];
            /**
             * Format: int32
             * @description The revision of the quiz that was taken.
             */
            revision: number;
        };
        /**
         * Format: uuid
         * @description One time that somebody takes a quiz of a session.
         */
        QuizAttemptId: string;
        /** @description An attempt in the table of results. While names are hidden and it is not graded, nothing in it leads to its answers. */
        QuizAttemptRow: {
            attempt_id?: components["schemas"]["QuizAttemptId"] | null;
            /** @description Whether the clock handed it in. */
            by_clock: boolean;
            /**
             * Format: int32
             * @description Its number among the person's.
             */
            number: number;
            result?: components["schemas"]["QuizResult"] | null;
            /**
             * Format: date-time
             * @description When it started; null while names are hidden and it is not graded.
             */
            started_at?: string | null;
            /** @description How far it is. */
            state: components["schemas"]["QuizAttemptState"];
            /**
             * Format: date-time
             * @description When it was handed in; null while names are hidden and it is not graded.
             */
            submitted_at?: string | null;
        };
        /**
         * @description How far somebody is with a quiz.
         * @enum {string}
         */
        QuizAttemptState: "invited" | "started" | "submitted" | "to_grade" | "graded" | "published" | "withdrawn";
        /** @description What a quiz says. */
        QuizContent: {
            description: string;
            instructions: string;
            /** @description Whether somebody grades one of the questions it names. */
            is_graded_by_hand: boolean;
            /** @description What an attempt is worth at most, by the newest versions of its questions. */
            points: components["schemas"]["Points"];
            sections: components["schemas"]["QuizSection"][];
            settings: components["schemas"]["QuizSettings"];
            title: string;
        };
        /** @description An answer that somebody must read. */
        QuizCopyAnswer: {
            /** @description Who wrote it; null while names are hidden. */
            author?: string | null;
            /** @description The copy it belongs to. Random. */
            copy_id: components["schemas"]["QuizCopyId"];
            grade?: components["schemas"]["QuizGrade"] | null;
            /** @description What people call it while names are hidden, such as `Copie 3F9A12`. */
            label: string;
            /** @description The question and the answer. */
            question: components["schemas"]["AskedQuestion"];
            /** @description What it is graded by; empty without a rubric. */
            rubric: components["schemas"]["RubricCriterion"][];
            /** @description How far its attempt is. */
            state: components["schemas"]["QuizAttemptState"];
            /**
             * Format: int32
             * @description To be sent back as `If-Match`; 0 while it waits.
             */
            version: number;
        };
        /**
         * Format: uuid
         * @description The same for those who grade it while names are hidden. Random: it tells neither who nor when.
         */
        QuizCopyId: string;
        /** @description A correction. */
        QuizCorrection: {
            /** Format: date-time */
            applied_at: string;
            /** @description By whom; null once the account is gone. */
            applied_by?: string | null;
            /**
             * Format: int64
             * @description How many attempts it changed.
             */
            changed: number;
            /**
             * Format: int32
             * @description The version that was asked.
             */
            from_number: number;
            id: components["schemas"]["QuizCorrectionId"];
            /** @description The question. */
            question_id: components["schemas"]["QuestionId"];
            /** @description Why. */
            reason: string;
            /**
             * Format: int32
             * @description The version that scores it.
             */
            to_number: number;
        };
        /** @description A correction to apply. */
        QuizCorrectionDraft: {
            /**
             * Format: int32
             * @description Its version that holds the right key.
             */
            number: number;
            /** @description The question. */
            question_id: components["schemas"]["QuestionId"];
            /** @description Why, 3 to 500 characters; those whose result changes read it. */
            reason: string;
            /** @description `seen` of the preview. */
            seen: string;
        };
        /**
         * Format: uuid
         * @description A corrected key, as it was applied to a quiz of a session.
         */
        QuizCorrectionId: string;
        /** @description Whose points a correction changes. */
        QuizCorrectionLine: {
            /**
             * Format: int32
             * @description Percentage afterwards.
             */
            after_percent?: number | null;
            /** @description Points of the question afterwards. */
            after_points: components["schemas"]["Points"];
            /**
             * Format: int32
             * @description Percentage of the attempt before; null while it is not graded.
             */
            before_percent?: number | null;
            /** @description Points of the question before. */
            before_points: components["schemas"]["Points"];
            enrolment_id?: components["schemas"]["EnrolmentId"] | null;
            first_name?: string | null;
            last_name?: string | null;
            /** @description How far the attempt is. */
            state: components["schemas"]["QuizAttemptState"];
        };
        /** @description What a correction would change. */
        QuizCorrectionPreview: {
            /** @description Attempts that were asked it and are handed in. */
            attempts: number;
            /** @description The versions that were asked. */
            from_numbers: number[];
            /** @description Those whose points change, by name; nameless ones last. */
            lines: components["schemas"]["QuizCorrectionLine"][];
            /**
             * Format: int32
             * @description The version that scores it.
             */
            number: number;
            /** @description The question. */
            question_id: components["schemas"]["QuestionId"];
            /** @description Names what is shown: applying takes it back, and is refused when something else would happen meanwhile. */
            seen: string;
        };
        /** @description Which key corrects which question. */
        QuizCorrectionQuestion: {
            /**
             * Format: int32
             * @description Its version that holds the right key: newer than what was asked.
             */
            number: number;
            /** @description The question. */
            question_id: components["schemas"]["QuestionId"];
        };
        /** @description A quiz to write. */
        QuizDraft: {
            /** @description 5000 characters at most. */
            description?: string;
            /** @description What people read before they start: 5000 characters at most. */
            instructions?: string;
            /** @description What it is. Given once. */
            kind: components["schemas"]["QuizKind"];
            /** @description Its parts, 20 at most. A draft may have none yet. */
            sections?: components["schemas"]["QuizSectionDraft"][];
            /** @description How it is taken and graded. */
            settings?: components["schemas"]["QuizSettingsDraft"];
            /** @description 1 to 200 characters. */
            title: string;
        };
        /** @description What is drawn. */
        QuizDraw: {
            /** Format: int32 */
            count: number;
            /** @description Tags that all of them bear. */
            tags: string[];
        };
        /** @description What is drawn. */
        QuizDrawDraft: {
            /**
             * Format: int32
             * @description How many, 1 to 100.
             */
            count: number;
            /** @description Tags that all of them bear, 1 to 20. */
            tags: string[];
        };
        /**
         * @description How much more time somebody has. Why is never asked.
         * @enum {string}
         */
        QuizExtraTime: "none" | "third" | "half" | "unlimited";
        /**
         * @description When people see what was right, and why.
         * @enum {string}
         */
        QuizFeedback: "after_attempt" | "after_close" | "after_publication" | "never";
        /** @description What somebody made of an answer. */
        QuizGrade: {
            /** @description A comment; may be empty. */
            comment: string;
            /** @description The points of each criterion of the rubric, in its order; empty without a rubric. */
            criteria: components["schemas"]["Points"][];
            /**
             * Format: date-time
             * @description When.
             */
            graded_at: string;
            /** @description Who gave it. */
            graded_by: string;
            /** @description Its points. */
            points: components["schemas"]["Points"];
        };
        /** @description What somebody makes of an answer. */
        QuizGradeDraft: {
            /** @description What the person reads; 5,000 characters at most. */
            comment?: string;
            /** @description The points of each criterion, in the order of the rubric; with one. What the answer is worth is shared out as they are. */
            criteria?: number[] | null;
            /**
             * Format: double
             * @description Its points, from 0 to what the answer is worth; without a rubric.
             */
            points?: number | null;
        };
        /**
         * @description Which of several attempts counts.
         * @enum {string}
         */
        QuizGrading: "highest" | "last" | "first" | "average";
        /**
         * Format: uuid
         * @description A quiz or an assignment, whatever its revision.
         */
        QuizId: string;
        /** @description A question, or some that are drawn: one of both. */
        QuizItem: {
            draw?: components["schemas"]["QuizDraw"] | null;
            points?: components["schemas"]["Points"] | null;
            question?: components["schemas"]["QuizQuestion"] | null;
            question_id?: components["schemas"]["QuestionId"] | null;
        };
        /** @description A question, or some that are drawn: one of both. */
        QuizItemDraft: {
            draw?: components["schemas"]["QuizDrawDraft"] | null;
            /**
             * Format: double
             * @description What it is worth here, or each of those drawn: up to 1000, with two decimals at most; null: what the question says. Needed
             *     of a draw, so that every attempt is worth the same.
             */
            points?: number | null;
            question_id?: components["schemas"]["QuestionId"] | null;
        };
        /** @description The figures of a version of a question. */
        QuizItemStatistics: {
            /** @description The choices, as they were asked; none when it has none. */
            choices: components["schemas"]["StatisticsChoice"][];
            /** @description Its figures. */
            figures: components["schemas"]["ItemFigures"];
            /**
             * Format: int32
             * @description The version it is scored by.
             */
            key_number: number;
            /** @description What kind of answer it expects. */
            kind: components["schemas"]["QuestionKind"];
            /**
             * Format: int32
             * @description The version that was asked.
             */
            number: number;
            /** @description The question. */
            question_id: components["schemas"]["QuestionId"];
            /** @description What it asks. */
            statement: components["schemas"]["QuestionBlock"][];
        };
        /**
         * @description What a quiz is.
         * @enum {string}
         */
        QuizKind: "quiz" | "assignment";
        /** @description Somebody's results. */
        QuizPersonResults: {
            /** @description Their attempts, by number; none while they are only invited. */
            attempts: components["schemas"]["QuizAttemptRow"][];
            /** @description Who. */
            enrolment_id: components["schemas"]["EnrolmentId"];
            /** @description First name. */
            first_name: string;
            /** @description Whether that is enough; null where nothing is passed or failed, and without a published attempt. */
            is_passed?: boolean | null;
            /** @description Last name. */
            last_name: string;
            /**
             * Format: int32
             * @description The percentage that counts, of the attempts that are published.
             */
            percent?: number | null;
        };
        /** @description Which results to publish. */
        QuizPublication: {
            /** @description Those of these attempts, 500 at most; null: every one that is graded. */
            attempt_ids?: components["schemas"]["QuizAttemptId"][] | null;
        };
        /** @description What was published. */
        QuizPublished: {
            /** @description The attempts whose person sees the result now, and did not before. */
            published: components["schemas"]["QuizAttemptId"][];
        };
        /**
         * @description What a quiz is for.
         * @enum {string}
         */
        QuizPurpose: "positioning" | "assessment";
        /** @description A question that a quiz names. */
        QuizQuestion: {
            archived: boolean;
            kind: components["schemas"]["QuestionKind"];
            /**
             * Format: int32
             * @description Number of its newest version.
             */
            number: number;
            /**
             * Format: double
             * @description What it is worth by itself.
             */
            points: number;
            /** @description The beginning of what it asks. */
            title: string;
        };
        /** @description What came of an attempt. */
        QuizResult: {
            /** @description Whether it is passed; null where nothing is passed or failed. */
            is_passed?: boolean | null;
            /**
             * Format: int32
             * @description Whole percentage, rounded down.
             */
            percent: number;
            /** @description Its points, never below 0. */
            points: components["schemas"]["Points"];
            /**
             * Format: date-time
             * @description When it was published.
             */
            published_at?: string | null;
            /** @description What it is worth. */
            worth: components["schemas"]["Points"];
        };
        /** @description The results of a quiz of a session. */
        QuizResults: {
            /**
             * Format: date-time
             * @description When it closes.
             */
            closes_at: string;
            /** @description How many of them lie in each tenth, the last one with 100 % itself. */
            distribution: number[];
            /**
             * Format: int32
             * @description Mean percentage of the attempts with a result, rounded down.
             */
            mean?: number | null;
            /**
             * Format: int32
             * @description The middle one.
             */
            median?: number | null;
            /**
             * Format: int64
             * @description Attempts whose result passes.
             */
            passed: number;
            /** @description Everybody who takes part, by name. */
            people: components["schemas"]["QuizPersonResults"][];
            /**
             * Format: int64
             * @description Attempts that are published.
             */
            published: number;
            /** @description The quiz of the session. */
            quiz_id: components["schemas"]["SessionQuizId"];
            /**
             * Format: int64
             * @description Attempts that run.
             */
            running: number;
            /** @description Its title. */
            title: string;
            /**
             * Format: int64
             * @description Attempts that wait for somebody who grades.
             */
            to_grade: number;
            /**
             * Format: int64
             * @description Attempts with a result that is not published.
             */
            to_publish: number;
        };
        /** @description A published revision of a quiz, with the versions of the questions it asks. It never changes. */
        QuizRevision: {
            /** @description What it is about; may be empty. */
            description: string;
            /** @description What people read before they start; may be empty. */
            instructions: string;
            /** @description What the quiz is. */
            kind: components["schemas"]["QuizKind"];
            /**
             * Format: int32
             * @description Its number.
             */
            number: number;
            /** @description What an attempt is worth at most. */
            points: components["schemas"]["Points"];
            /**
             * Format: int32
             * @description How many questions an attempt asks.
             */
            questions: number;
            /** @description The quiz. */
            quiz_id: components["schemas"]["QuizId"];
            /** @description Its parts, in order. */
            sections: components["schemas"]["PinnedSection"][];
            /** @description How it is taken and graded. */
            settings: components["schemas"]["QuizSettings"];
            /** @description Its title. */
            title: string;
        };
        /** @description A revision of a quiz, without what it says. */
        QuizRevisionSummary: {
            /** Format: int32 */
            number: number;
            /**
             * Format: date-time
             * @description When it was published; null while it is being written.
             */
            published_at?: string | null;
            /** @description Who published it; null while it is being written, and once the account is gone. */
            published_by?: string | null;
            title: string;
            /**
             * Format: date-time
             * @description When it was last written.
             */
            written_at: string;
        };
        /** @description The rules of a quiz of a session, as they are sent. */
        QuizRulesDraft: {
            /** @description One per skill; none: the quiz proposes nothing. */
            rules: components["schemas"]["SkillRuleDraft"][];
        };
        /** @description A part of a quiz. */
        QuizSection: {
            instructions: string;
            items: components["schemas"]["QuizItem"][];
            title: string;
        };
        /** @description A part of a quiz, as it is sent. */
        QuizSectionDraft: {
            /** @description 5000 characters at most. */
            instructions?: string;
            /** @description What it asks, in order. */
            items?: components["schemas"]["QuizItemDraft"][];
            /** @description 200 characters at most. */
            title?: string;
        };
        /** @description How a quiz is taken and graded. */
        QuizSettings: {
            /**
             * Format: int32
             * @description How many attempts each person has.
             */
            attempts: number;
            /** @description When people see what was right, and why. */
            feedback: components["schemas"]["QuizFeedback"];
            /** @description Which of several attempts counts. */
            grading: components["schemas"]["QuizGrading"];
            /** @description Whether whoever grades sees who wrote only once everything of the attempt is graded. */
            hides_names: boolean;
            /**
             * Format: int32
             * @description How long an attempt may last, in minutes; null: until the quiz closes.
             */
            minutes?: number | null;
            /**
             * Format: int32
             * @description Which percentage of its points a wrong answer to `single` or `true_false` costs; 0: none. A quiz is never below 0.
             */
            negative_percent: number;
            /**
             * Format: int32
             * @description From which percentage of the points it is passed; null: nothing is passed or failed.
             */
            pass_percent?: number | null;
            /** @description Whether each attempt shows choices in another order. */
            shuffles_choices: boolean;
            /** @description Whether each attempt asks the questions of each section in another order. */
            shuffles_questions: boolean;
        };
        /** @description How a quiz is taken and graded, as it is sent. */
        QuizSettingsDraft: {
            /**
             * Format: int32
             * @description How many attempts each person has, 1 to 100; 1 by default.
             * @default 1
             */
            attempts: number;
            /**
             * @description When people see what was right; once the results are published by default.
             * @default after_publication
             */
            feedback: components["schemas"]["QuizFeedback"];
            /**
             * @description Which of several attempts counts; the best one by default.
             * @default highest
             */
            grading: components["schemas"]["QuizGrading"];
            /**
             * @description Whether names are hidden from whoever grades; true by default.
             * @default true
             */
            hides_names: boolean;
            /**
             * Format: int32
             * @description How long an attempt may last, 1 to 1440 minutes; null: until the quiz closes.
             * @default null
             */
            minutes: number | null;
            /**
             * Format: int32
             * @description Which percentage of its points a wrong answer costs, 0 to 100; 0 by default.
             * @default 0
             */
            negative_percent: number;
            /**
             * Format: int32
             * @description From which percentage it is passed, 1 to 100; null: nothing is passed or failed.
             * @default null
             */
            pass_percent: number | null;
            /**
             * @description Whether each attempt shows choices in another order; true by default.
             * @default true
             */
            shuffles_choices: boolean;
            /**
             * @description Whether each attempt asks the questions of each section in another order; false by default.
             * @default false
             */
            shuffles_questions: boolean;
        };
        /** @description What one says to begin. */
        QuizStart: {
            /** @description One has read the notice: purpose, duration, who reads the answers, how long they are kept. */
            notice_accepted: boolean;
        };
        /** @description The figures of the questions of a quiz. */
        QuizStatistics: {
            /** @description Attempts that were handed in and scored. */
            attempts: number;
            /** @description Each version of a question that was asked, the hardest first. */
            items: components["schemas"]["QuizItemStatistics"][];
        };
        /**
         * @description How far a quiz is.
         * @enum {string}
         */
        QuizStatus: "draft" | "published" | "archived";
        /** @description A quiz in a list. */
        QuizSummary: {
            /** @description Whether something was written since it was last published. */
            has_draft: boolean;
            id: components["schemas"]["QuizId"];
            kind: components["schemas"]["QuizKind"];
            /**
             * Format: int64
             * @description How many questions it asks.
             */
            questions: number;
            /**
             * Format: int32
             * @description Number of its newest published revision; 0 before the first.
             */
            revision: number;
            /**
             * Format: int64
             * @description How many sessions take it.
             */
            sessions: number;
            status: components["schemas"]["QuizStatus"];
            title: string;
            /** Format: date-time */
            updated_at: string;
            /** @description Who wrote it last; null once the account is gone. */
            updated_by?: string | null;
            /**
             * Format: int32
             * @description To be sent back as `If-Match`.
             */
            version: number;
        };
        /** @description A quiz with what it says: what is being written, otherwise its newest revision. */
        QuizView: components["schemas"]["QuizSummary"] & {
            content: components["schemas"]["QuizContent"];
            /** @description How many of its fixed questions have a newer version than the one its newest revision asks. */
            outdated_questions: number;
        };
        /** @description Totals and the rate they give. */
        RatedTotals: {
            /**
             * Format: int32
             * @description The rate over everything planned, in thousandths; null when nothing was.
             */
            rate?: number | null;
            /**
             * Format: int32
             * @description The rate over what was marked.
             */
            rate_so_far?: number | null;
            /** @description Minutes. */
            totals: components["schemas"]["AttendanceTotals"];
        };
        /** @description What is not ready. */
        Readiness: {
            /** @description Whether nothing blocks the start. */
            is_ready: boolean;
            /** @description What blocks first, then what deserves a look. */
            items: components["schemas"]["ReadinessItem"][];
        };
        /**
         * @description What is not ready.
         * @enum {string}
         */
        ReadinessCode: "no_slot" | "no_trainee" | "slot_without_trainer" | "slot_without_place" | "hours_missing" | "skill_not_taught" | "skill_not_assessed" | "resource_not_clean" | "hours_exceeding" | "course_without_slot" | "slot_on_holiday" | "slot_outside_dates" | "trainer_left" | "slot_in_conflict";
        /** @description Something that is not ready. */
        ReadinessItem: {
            /** @description What it is. */
            code: components["schemas"]["ReadinessCode"];
            /** @description Whether the session cannot start because of it, unless a reason is given. */
            is_blocking: boolean;
            /** @description French sentence for people. */
            message: string;
            resource_id?: components["schemas"]["ResourceId"] | null;
            session_course_id?: components["schemas"]["SessionCourseId"] | null;
            /** @description The skill to look at. */
            skill?: string | null;
            slot_id?: components["schemas"]["SlotId"] | null;
        };
        /** @description A reply as the organisation reads it. */
        ReceivedReply: {
            person_id: components["schemas"]["PersonId"];
            person_name: string;
            reply: components["schemas"]["EntryReply"];
            /** @description Label of the skill. */
            skill: string;
            step_name: string;
            validation_id: components["schemas"]["ValidationId"];
        };
        /** @description Codes for the day the authenticator is lost, each good once. Shown now and never again. */
        RecoveryCodes: {
            recovery_codes: string[];
        };
        /** @description The company behind a recruiter account. */
        RecruiterCompany: {
            /** @description Whether the register last said it is active. */
            active: boolean;
            address?: string | null;
            /** @description Its name, or its SIRET when the register masks it. */
            name: string;
            siren: string;
            siret: string;
        };
        /**
         * Format: uuid
         * @description A recruiter account: one person for one company.
         */
        RecruiterId: string;
        /** @description The person behind a recruiter account. */
        RecruiterPerson: {
            /** @description The address they sign in with. */
            email: string;
            first_name: string;
            last_name: string;
        };
        /** @description The address a person confirmed, and what it proves. */
        RecruiterProof: {
            /** @description The address. */
            email: string;
            /** @description `accepted_domain`: its domain was already accepted for the company; `confirmed_email`: staff must judge. */
            kind: string;
        };
        /** @description A decision and its reason. */
        RecruiterReason: {
            /** @description What the recruiter is told, 500 characters at most. */
            reason: string;
        };
        /**
         * @description Where a recruiter account stands.
         * @enum {string}
         */
        RecruiterStatus: "pending_register" | "awaiting_proof" | "awaiting_review" | "granted" | "refused" | "suspended";
        /** @description A recruiter account, as the platform's staff sees it. */
        RecruiterView: {
            /** @description For which company. */
            company: components["schemas"]["RecruiterCompany"];
            /** @description The account. */
            id: components["schemas"]["RecruiterId"];
            /** @description What they wrote to those who review. */
            message?: string | null;
            /** @description Who asks. */
            person: components["schemas"]["RecruiterPerson"];
            proof?: components["schemas"]["RecruiterProof"] | null;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            requested_at: string;
            /** @description Where the account stands. */
            status: components["schemas"]["RecruiterStatus"];
            /** @description Why, when it was refused or suspended. */
            status_reason?: string | null;
        };
        /** @description What a sealed mark should have been. */
        RectificationDraft: {
            /** @description Of whom. */
            enrolment_id: components["schemas"]["EnrolmentId"];
            /** @description What is right. */
            mark: components["schemas"]["MarkDraft"];
            /** @description Morning or afternoon. */
            part: components["schemas"]["HalfDayPart"];
            proof_file_id?: components["schemas"]["FileId"] | null;
            /** @description Why, 3 to 500 characters; the trainee and an inspector read it. */
            reason: string;
            /**
             * Format: int32
             * @description Number of the mark that was seen.
             */
            seen_number: number;
        };
        /** @description A match that was refused. */
        RefusalView: {
            reason: string;
            /** Format: date-time */
            refused_at: string;
            skill: components["schemas"]["MatchedSkill"];
        };
        /** @description A decision that attests nothing. */
        RefuseExperience: {
            file_id?: components["schemas"]["FileId"] | null;
            proofs: components["schemas"]["ExperienceProofsDraft"];
            refusal: components["schemas"]["ExperienceRefusal"];
            /** @description To the person, 3 to 2000 characters. */
            text: string;
        };
        /** @description A match that is refused. */
        RefuseMatch: {
            /** @description Why it is not the same, 500 characters at most. */
            reason: string;
            /** @description Code of the skill that was proposed. */
            skill: string;
        };
        /**
         * @description What the registers say of one thing an organisation declares.
         * @enum {string}
         */
        RegisterCheck: "unverified" | "confirmed" | "contradicted";
        /** @description What the registers last said. */
        RegisterRecord: {
            /**
             * Format: date-time
             * @description When the register of establishments last answered.
             */
            checked_at?: string | null;
            /** @description Null until a register told. */
            is_qualiopi?: boolean | null;
            /** @description Whether the last question had no answer, or not a whole one: it is asked again. */
            is_silent: boolean;
            /** @description Null until a register told. */
            is_training_organisation?: boolean | null;
            /** @description The name there; null when masked. */
            name?: string | null;
            /** @description The numbers of its declarations of activity. */
            ndas: string[];
            /** Format: date-time */
            next_check_at: string;
            state: components["schemas"]["RegisterState"];
            /**
             * Format: date-time
             * @description When a register last told about training.
             */
            training_checked_at?: string | null;
        };
        /**
         * @description What the register last said of an establishment.
         * @enum {string}
         */
        RegisterState: "unknown" | "active" | "closed" | "not_found";
        /** @description An account to create. */
        Registration: {
            email: string;
            first_name: string;
            last_name: string;
            /** @description 12 to 128 characters. */
            password: string;
        };
        /** @description The release in place. */
        ReleaseView: {
            /** @description Sizes of its lists. */
            counts: components["schemas"]["Counts"];
            /**
             * Format: date-time
             * @description When an import last changed it.
             */
            imported_at: string;
            /** @description The sentence that the licence asks to show with the data. */
            licence_notice: string;
            /**
             * Format: date
             * @description Day of publication.
             */
            published_on?: string | null;
            /** @description `archive` for the national catalogue, `starter` for the small one that comes with Carnet. */
            source: components["schemas"]["Origin"];
            /** @description What the publisher calls it. */
            title: string;
            /**
             * Format: int32
             * @description Its number.
             */
            version: number;
        };
        /** @description How long signing is open again, and why. */
        Reopening: {
            /**
             * Format: int64
             * @description From now, 5 minutes to 7 days.
             */
            minutes: number;
            /** @description Why; an inspector reads it. 3 to 500 characters. */
            reason: string;
        };
        /** @description Somebody who was taken off a slot. */
        ReplacedTrainer: {
            /** Format: date-time */
            assigned_at: string;
            first_name: string;
            last_name: string;
            reason?: string | null;
            /** Format: date-time */
            removed_at: string;
        };
        /** @description What a person says of an entry, or an organisation of a reply. */
        ReplyDraft: {
            /** @description 3 to 2000 characters. It stays, and is read with the entry. */
            text: string;
        };
        /**
         * Format: uuid
         * @description What a person says of an entry.
         */
        ReplyId: string;
        /** @description A word to those who review. */
        RequestCompanyReview: {
            /** @description How the caller represents the company, 2000 characters at most. */
            message: string;
        };
        /** @description The address to prove. */
        RequestEmailProof: {
            /** @description A professional address, which the caller must be able to read. */
            email: string;
        };
        /** @description A resource with its versions. */
        ResourceDetails: components["schemas"]["ResourceView"] & {
            /** @description Newest first. */
            versions: components["schemas"]["ResourceVersion"][];
        };
        /** @description A resource of a session, as it is sent. */
        ResourceDraft: {
            file_id?: components["schemas"]["FileId"] | null;
            /** @description Given once: a link never becomes a file. */
            kind: components["schemas"]["ResourceKind"];
            /**
             * Format: int32
             * @description Its place among the others, counted from 0; null: the last on creation, afterwards where it is.
             */
            position?: number | null;
            session_course_id?: components["schemas"]["SessionCourseId"] | null;
            /** @description 1 to 200 characters. */
            title: string;
            /** @description Address of a link or a video. Another one than before makes a new version. */
            url?: string | null;
            /**
             * Format: date-time
             * @description When trainees see it; null: at once.
             */
            visible_from?: string | null;
        };
        /**
         * Format: uuid
         * @description A file, link or video that goes with a session.
         */
        ResourceId: string;
        /**
         * @description What a resource is.
         * @enum {string}
         */
        ResourceKind: "file" | "link" | "video";
        /** @description A version of a resource. */
        ResourceVersion: {
            /** Format: date-time */
            created_at: string;
            /** @description Null once the account is gone. */
            created_by?: string | null;
            file?: components["schemas"]["FileCard"] | null;
            /** Format: int32 */
            number: number;
            url?: string | null;
        };
        /** @description A resource of a session. */
        ResourceView: {
            file?: components["schemas"]["FileCard"] | null;
            id: components["schemas"]["ResourceId"];
            kind: components["schemas"]["ResourceKind"];
            /**
             * Format: int32
             * @description Number of its newest version, the one that is shown.
             */
            number: number;
            session_course_id?: components["schemas"]["SessionCourseId"] | null;
            title: string;
            /** Format: date-time */
            updated_at: string;
            /** @description Address of a link or a video. */
            url?: string | null;
            /**
             * Format: int32
             * @description To be sent back as `If-Match`.
             */
            version: number;
            /**
             * Format: date-time
             * @description When trainees see it; null: at once.
             */
            visible_from?: string | null;
        };
        /** @description A word that goes with an experience. */
        ResubmitExperience: {
            /** @description What was added or put right, 2000 characters at most. */
            message?: string;
        };
        /** @description A skill the person claims. */
        ReviewedClaim: {
            label: string;
            /**
             * Format: int32
             * @description 1 to 4.
             */
            level: number;
            skill: string;
        };
        /** @description A submission, whole. */
        ReviewedExperience: components["schemas"]["QueuedExperience"] & {
            decision?: components["schemas"]["ExperienceDecision"] | null;
            description: string;
            /** Format: date */
            ended_on?: string | null;
            /** Format: date */
            expires_on?: string | null;
            history: components["schemas"]["ExperienceStep"][];
            jobs: components["schemas"]["ReviewedJob"][];
            /** @description What the person wrote. */
            message: string;
            /** @description Where it was done, in the person's words; may be empty. */
            organisation_name: string;
            place: string;
            proofs: components["schemas"]["ReviewedProof"][];
            /**
             * Format: int32
             * @description How often it was put before the organisation.
             */
            round: number;
            skills: components["schemas"]["ReviewedClaim"][];
            /** Format: date */
            started_on?: string | null;
            /** @description Whether the person took the experience back since: its proofs are not shown any more. */
            withdrawn: boolean;
        };
        /** @description A job the person names. */
        ReviewedJob: {
            code: string;
            label: string;
        };
        /** @description A proof, as others see it. */
        ReviewedProof: {
            /** Format: date-time */
            added_at: string;
            id: components["schemas"]["ExperienceProofId"];
            /** @description Whether what is shown is a copy with masked zones. */
            masked: boolean;
            media_type: string;
            name: string;
            /** Format: date-time */
            removed_at?: string | null;
            /** @description Alert: another person gave the very same file. */
            same_file_of_another: boolean;
            /** @description Of the original, also where zones are masked and once it was removed. */
            sha256: string;
            /** @description Whether it can be opened; `infected` is told here. */
            state: components["schemas"]["ExperienceProofState"];
        };
        /** @description What changed between two revisions. */
        RevisionComparison: {
            changes: components["schemas"]["TrainingChange"][];
            /** Format: int32 */
            from: number;
            /** Format: int32 */
            to: number;
        };
        /** @description A revision in a list. */
        RevisionSummary: {
            /** Format: int32 */
            number: number;
            /**
             * Format: date-time
             * @description Null while it is being written.
             */
            published_at?: string | null;
            /**
             * Format: int32
             * @description Release of the catalogue it was written with; 0 when there was none.
             */
            release: number;
            title: string;
            /** Format: date-time */
            written_at: string;
            /** @description Who published it or, while it is being written, who wrote it last; null once the account is gone. */
            written_by?: string | null;
        };
        /** @description A revision with what it says. */
        RevisionView: components["schemas"]["RevisionSummary"] & {
            content: components["schemas"]["TrainingContent"];
            /** @description The organisation that gives it, as it signs today. */
            organisation: components["schemas"]["Issuer"];
        };
        /** @description The entry that revokes another. */
        Revocation: {
            reason: string;
            /** @description `mistake`, `fraud`, `other`; `superseded` when another entry took its place. */
            reason_code: string;
            /** Format: date-time */
            revoked_at: string;
            superseded_by?: components["schemas"]["ValidationId"] | null;
        };
        /**
         * @description Kinds of reasons.
         * @enum {string}
         */
        RevocationReason: "mistake" | "fraud" | "other";
        /** @description Why a validation is revoked. */
        RevokeValidation: {
            /** @description In words, 1000 characters at most; the person reads it. */
            reason: string;
            reason_code: components["schemas"]["RevocationReason"];
        };
        /**
         * @description A person's role in one organisation; the order is the rank.
         * @enum {string}
         */
        Role: "trainee" | "trainer" | "manager" | "admin";
        /** @description The role to give. */
        RoleChange: {
            role: components["schemas"]["Role"];
        };
        /** @description A roll call. */
        RollCall: {
            /** @description Where they come from. */
            method?: components["schemas"]["RollMethod"];
            /** @description 1 to 1000 rows; each person once per half-day. */
            rows: components["schemas"]["RollCallRow"][];
        };
        /** @description A row that was not written, because somebody else said otherwise meanwhile. */
        RollCallConflict: {
            current?: components["schemas"]["AttendanceMark"] | null;
            /** @description Of whom. */
            enrolment_id: components["schemas"]["EnrolmentId"];
            /** @description Morning or afternoon. */
            part: components["schemas"]["HalfDayPart"];
            /** @description Its place in the request, from 0. */
            row: number;
        };
        /** @description A row that cannot be written. */
        RollCallRefusal: {
            /** @description `not_expected`, `no_such_half_day` or `not_begun`. */
            code: string;
            /** @description Of whom. */
            enrolment_id: components["schemas"]["EnrolmentId"];
            /** @description Why, in French. */
            message: string;
            /** @description Morning or afternoon. */
            part: components["schemas"]["HalfDayPart"];
            /** @description Its place in the request, from 0. */
            row: number;
        };
        /** @description What became of a roll call: every row is in one of the lists. */
        RollCallResult: {
            /** @description Rows that met another mark: nothing was overwritten. */
            conflicts: components["schemas"]["RollCallConflict"][];
            /** @description Rows that cannot be. */
            refused: components["schemas"]["RollCallRefusal"][];
            /** @description Rows that stand. */
            saved: components["schemas"]["RollCallSaved"][];
            /**
             * Format: int32
             * @description The version of the sheet now.
             */
            version: number;
        };
        /** @description A mark of the roll call. */
        RollCallRow: {
            /** @description Drawn by the device, at most 64 characters: the same row sent again is not written again. */
            client_key?: string | null;
            /** @description Of whom. */
            enrolment_id: components["schemas"]["EnrolmentId"];
            /**
             * Format: date-time
             * @description When they came in.
             */
            entered_at?: string | null;
            /** @description With `absent` and `late`: whether the reason is accepted. */
            justified?: boolean;
            /**
             * Format: date-time
             * @description When they left.
             */
            left_at?: string | null;
            /**
             * Format: int32
             * @description With `late`: how late, from one minute to the length of the half-day.
             */
            minutes_late?: number | null;
            /** @description A remark; 500 characters at most. */
            note?: string | null;
            /** @description Morning or afternoon. */
            part: components["schemas"]["HalfDayPart"];
            proof_file_id?: components["schemas"]["FileId"] | null;
            reason?: components["schemas"]["AbsenceReason"] | null;
            /**
             * Format: int32
             * @description Number of the mark that was seen; 0 for none.
             */
            seen_number: number;
            /** @description What is said. */
            status: components["schemas"]["MarkStatus"];
        };
        /** @description A row that stands. */
        RollCallSaved: {
            /** @description Of whom. */
            enrolment_id: components["schemas"]["EnrolmentId"];
            /**
             * Format: int32
             * @description Number of the mark that says it.
             */
            number: number;
            /** @description Morning or afternoon. */
            part: components["schemas"]["HalfDayPart"];
        };
        /**
         * @description Where the marks come from.
         * @enum {string}
         */
        RollMethod: "trainer" | "paper";
        /** @description Results in one place of the catalogue. */
        RomeCountView: {
            /** @description The value to put into `rome`. */
            code: string;
            /**
             * Format: int64
             * @description Results.
             */
            count: number;
            /** @description What it is. */
            kind: components["schemas"]["PlaceKind"];
            /** @description Its label. */
            label: string;
        };
        /**
         * Format: uuid
         * @description A room of a session.
         */
        RoomId: string;
        /** @description What an answer is graded by. */
        RubricCriterion: {
            /** @description What is expected; may be empty. */
            description: string;
            /** @description What it is worth at most. */
            points: components["schemas"]["Points"];
            /** @description What is looked at. */
            title: string;
        };
        /** @description A criterion, as it is sent. */
        RubricCriterionDraft: {
            /** @description 2000 characters at most. */
            description?: string;
            /**
             * Format: double
             * @description What it is worth at most.
             */
            points: number;
            /** @description 1 to 200 characters. */
            title: string;
        };
        /** @description What a saved search finds. */
        RunAnswer: components["schemas"]["SearchAnswer"] & {
            /** @description What the catalogue says otherwise than when it was saved; what was replaced was followed. */
            changes: components["schemas"]["CodeChange"][];
        };
        /** @description How the answer to a saved search is read. Every field may be left out. */
        RunBody: {
            /** @description `next_cursor` or `previous_cursor` of an answer to the same search. */
            cursor?: string | null;
            /** @description The counts wanted. */
            facets?: components["schemas"]["FacetName"][];
            /**
             * Format: int32
             * @description Results per page, 1 to 50 (20 by default).
             */
            limit?: number | null;
        };
        /**
         * Format: uuid
         * @description A search that a recruiter keeps.
         */
        SavedSearchId: string;
        /** @description A saved search, read against the catalogue of today. */
        SavedSearchView: {
            /** @description What the catalogue says otherwise than when it was saved. Saving `search` again takes today's names. */
            changes: components["schemas"]["CodeChange"][];
            /** Format: date-time */
            created_at: string;
            id: components["schemas"]["SavedSearchId"];
            /** @description What its owner calls it. */
            name: string;
            /** @description The name of each of its codes today. */
            names: components["schemas"]["NamedCode"][];
            /** @description What keeps it from being run, by pointer into `search`; empty when it runs. */
            obstacles: components["schemas"]["FieldError"][];
            /**
             * Format: int32
             * @description Release of the catalogue it was saved on.
             */
            release: number;
            /** @description What it asks: codes that were replaced are followed. */
            search: components["schemas"]["SearchCriteria"];
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int32
             * @description To be sent back as `If-Match`.
             */
            version: number;
        };
        /**
         * @description What the antivirus said of a file.
         * @enum {string}
         */
        Scan: "pending" | "clean" | "infected" | "unchecked";
        /** @description A scanned code. */
        ScannedQr: {
            /** @description The code. */
            code: string;
            /** @description A random key the device keeps, 8 to 200 characters. */
            device?: string | null;
            /** @description Whether one leaves; coming in unless said. */
            exit?: boolean;
            /** @description The slot it names. */
            slot_id: components["schemas"]["SlotId"];
        };
        /** @description A signature and the name of the key that verifies it. */
        Seal: {
            /** @description Which key. */
            key_id: string;
            /** @description SHA-256 of what is sealed, in hexadecimal. */
            sha256: string;
            /** @description Ed25519 signature of the purpose, a line end and the hexadecimal SHA-256, in base64. */
            signature: string;
        };
        /** @description The head of a link about the times of a slot: everybody on its sheet is concerned. */
        SealedSheetTimes: {
            /** @description By whom. */
            by: string;
            /** @description `times`. */
            kind: string;
            /** @description When it ends since. */
            new_ends_at: string;
            /** @description When it begins since. */
            new_starts_at: string;
            /** @description When it ended before. */
            old_ends_at: string;
            /** @description When it began before. */
            old_starts_at: string;
            /** @description Why. */
            reason: string;
            /** @description The session. */
            session_id: components["schemas"]["TrainingSessionId"];
            /** @description The slot. */
            slot_id: components["schemas"]["SlotId"];
        };
        /** @description The head of a link about what sheets say of their slot: everybody on them is concerned. */
        SealedSheetWords: {
            /** @description By whom. */
            by: string;
            /** @description What they say otherwise. */
            changes: components["schemas"]["SheetWordChange"][];
            /** @description `words`. */
            kind: string;
            /** @description Why. */
            reason: string;
            /** @description The session. */
            session_id: components["schemas"]["TrainingSessionId"];
            slot_id?: components["schemas"]["SlotId"] | null;
        };
        /** @description A public key that verifies seals. */
        SealPublicKey: {
            /** @description `Ed25519`, the only one. */
            algorithm: string;
            /** @description Its name: the first 16 hexadecimal digits of the SHA-256 of its 32 bytes. */
            key_id: string;
            /** @description The 32 bytes, in base64. */
            public_key: string;
        };
        /** @description How a skill is searchable. */
        SearchableView: {
            /**
             * Format: int32
             * @description 1 to 4; null when validated by a step that is on no common level.
             */
            level?: number | null;
            status: components["schemas"]["SkillStatus"];
        };
        /** @description What a search answers. */
        SearchAnswer: {
            /** @description The counts asked for. */
            facets: components["schemas"]["FacetsView"];
            /** @description The results of this page, in the published order. */
            hits: components["schemas"]["HitView"][];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
            /** @description Where the previous page ends; null on the first one. */
            previous_cursor?: string | null;
            /**
             * Format: int64
             * @description How many of them can be paged through.
             */
            reachable: number;
            /**
             * Format: int64
             * @description Exact number of results over all pages.
             */
            total: number;
        };
        /** @description A search over the people who chose to be visible. Every field may be left out. */
        SearchBody: {
            /** @description Conditions on skills; the same skill at most once, 40 at most. */
            criteria?: components["schemas"]["CriterionBody"][];
            /** @description `next_cursor` or `previous_cursor` of an answer to the same search. */
            cursor?: string | null;
            /** @description Skills that no result holds, 20 at most. */
            exclude?: components["schemas"]["ExclusionBody"][];
            /** @description The counts wanted. */
            facets?: components["schemas"]["FacetName"][];
            /** @description Ranks by fit to this job: its core skills become optional conditions. */
            job?: string | null;
            /**
             * Format: int32
             * @description Results per page, 1 to 50 (20 by default).
             */
            limit?: number | null;
            /**
             * Format: int32
             * @description How many optional conditions must be met. By default 1 when no criterion is required, otherwise 0.
             */
            min_matching?: number | null;
            /** @description Beginning of a first or last name, or several; 80 characters at most. */
            name?: string | null;
            /** @description Places in the catalogue, one of which must apply: `M`, `M18`, `M1805` or `family:M1805`; 20 at most. */
            rome?: string[];
        };
        /** @description What a search asks, and nothing of how its answer is read. Every field may be left out. */
        SearchCriteria: {
            /** @description Conditions on skills; the same skill at most once, 40 at most. */
            criteria?: components["schemas"]["CriterionBody"][];
            /** @description Skills that no result holds, 20 at most. */
            exclude?: components["schemas"]["ExclusionBody"][];
            /** @description Ranks by fit to this job: its core skills become optional conditions. */
            job?: string | null;
            /**
             * Format: int32
             * @description How many optional conditions must be met. By default 1 when no criterion is required, otherwise 0.
             */
            min_matching?: number | null;
            /** @description Beginning of a first or last name, or several; 80 characters at most. */
            name?: string | null;
            /** @description Places in the catalogue, one of which must apply: `M`, `M18`, `M1805` or `family:M1805`; 20 at most. */
            rome?: string[];
        };
        /**
         * @description Whether the training was followed to its end.
         * @enum {string}
         */
        ServiceDone: "not_yet" | "total" | "partial" | "none";
        /** @description What a session asks, and how long its papers stay. */
        SessionAttendanceSettings: {
            /** @description Whether entry and exit are noted. */
            asks_entry_exit: boolean;
            /**
             * Format: date
             * @description The last day on which sheets and everything else are kept.
             */
            attendance_until: string;
            /**
             * Format: date
             * @description The last day on which certificates are kept.
             */
            certificates_until: string;
            /** @description Why nothing of the session may be deleted; null when nothing holds it back. */
            legal_hold?: string | null;
            /**
             * Format: date-time
             * @description When sheets and everything else were deleted.
             */
            purged_at?: string | null;
            /** @description The rule that says how long papers are kept. */
            retention: components["schemas"]["SessionRetention"];
            /** @description The session's own thresholds; null: those of the organisation. */
            thresholds?: components["schemas"]["AttendanceThreshold"][] | null;
            /**
             * Format: int32
             * @description Raised by every write; 0 before the first.
             */
            version: number;
        };
        /** @description The same, to be written. */
        SessionAttendanceSettingsDraft: {
            /** @description Whether entry and exit are noted. */
            asks_entry_exit: boolean;
            /** @description Why nothing may be deleted, 3 to 500 characters; null when nothing holds it back. */
            legal_hold?: string | null;
            retention?: components["schemas"]["SessionRetention"] | null;
            /** @description At most 5; null: those of the organisation. */
            thresholds?: components["schemas"]["AttendanceThreshold"][] | null;
        };
        /** @description A copy to make of a session. */
        SessionCopy: {
            /**
             * Format: date
             * @description The first day of the copy: every date moves by as many days.
             */
            starts_on: string;
            /** @description 2 to 200 characters; the same title when it is left out. */
            title?: string | null;
        };
        /** @description What is right about a session that has ended. */
        SessionCorrection: {
            /** @description Room or address, 300 characters at most; may be empty. */
            place: string;
            /** @description Why it was wrong, 1 to 500 characters: sheets show it. */
            reason: string;
            /** @description 2 to 200 characters. */
            title: string;
        };
        /** @description A course of a session. */
        SessionCourse: {
            course_id: components["schemas"]["CourseId"];
            /** @description Names the course in this session: slots and resources refer to it. */
            id: components["schemas"]["SessionCourseId"];
            /** Format: int32 */
            minutes: number;
            modality: components["schemas"]["Modality"];
            /** @description The skills it teaches, named as in `skills` of the session. */
            skills: string[];
            title: string;
        };
        /** @description A course of a session, as it is sent. */
        SessionCourseDraft: {
            /** @description One of the organisation's courses. */
            course_id: components["schemas"]["CourseId"];
            /** @description The skills of the session's revision it teaches; null: those it taught in the session, or else in the revision. */
            skills?: string[] | null;
        };
        /**
         * Format: uuid
         * @description A course in a session's own list.
         */
        SessionCourseId: string;
        /** @description The course list of a session, as it is sent. */
        SessionCoursesDraft: {
            /** @description In order, 100 at most, each once. */
            courses: components["schemas"]["SessionCourseDraft"][];
        };
        /** @description The general part of a session, as it is sent. */
        SessionDraft: {
            /**
             * Format: int32
             * @description How long it lasts by what was announced and signed, in minutes.
             */
            announced_minutes: number;
            /**
             * Format: date
             * @description Its last day, three years later at most.
             */
            ends_on: string;
            /** @description Which public holidays hold where it takes place. */
            holidays?: components["schemas"]["HolidayRule"];
            /** @description What participants read: what to bring, how to come. 5000 characters at most. */
            information?: string;
            /** @description Room or address, 300 characters at most; may be empty. */
            place?: string;
            /** @description Address of the meeting at a distance, `https://…`. */
            remote_url?: string | null;
            /** @description How long its papers are kept. */
            retention?: components["schemas"]["SessionRetention"];
            /**
             * Format: int32
             * @description How many can take part, 1 to 500; null: no limit (500 all the same).
             */
            seats?: number | null;
            /**
             * Format: date
             * @description Its first day.
             */
            starts_on: string;
            /** @description 2 to 200 characters. */
            title: string;
            /** @description Why the title changes once sheets are sealed under the one before, 1 to 500 characters: sheets show it. */
            title_reason?: string | null;
            /** @description Who trains throughout: members of the organisation who train or run it, 50 at most, each once. */
            trainers?: components["schemas"]["PersonId"][];
        };
        /** @description An invitation to a session, or a participation that was registered under one's address. */
        SessionInvitation: {
            /**
             * Format: date
             * @description Last day of the session.
             */
            ends_on: string;
            id: components["schemas"]["EnrolmentId"];
            organisation_id: components["schemas"]["OrganisationId"];
            organisation_name: string;
            /** @description Room or address; may be empty. */
            place: string;
            /** Format: date-time */
            sent_at: string;
            session_id: components["schemas"]["TrainingSessionId"];
            session_title: string;
            /**
             * Format: date
             * @description First day on which one is expected.
             */
            starts_on: string;
            /**
             * @description `invited` waits for an answer; any other state was registered by the organisation, and waits to be joined to the
             *     account.
             */
            status: components["schemas"]["EnrolmentStatus"];
        };
        /** @description A quiz of a session. */
        SessionQuiz: {
            /**
             * Format: date-time
             * @description When it closes; null: with the session.
             */
            closes_at?: string | null;
            /** @description Whether somebody started: it is no longer deleted then. */
            has_attempts: boolean;
            id: components["schemas"]["SessionQuizId"];
            /**
             * Format: date-time
             * @description When it opens; null: at once.
             */
            opens_at?: string | null;
            purpose: components["schemas"]["QuizPurpose"];
            quiz_id?: components["schemas"]["QuizId"] | null;
            /** @description The skills of the session's revision it is about. */
            skills: string[];
            title: string;
            /**
             * Format: int32
             * @description To be sent back as `If-Match`.
             */
            version: number;
        };
        /** @description A quiz of a session, as it is sent. */
        SessionQuizDraft: {
            /**
             * Format: date-time
             * @description When it closes; null: with the session.
             */
            closes_at?: string | null;
            /**
             * Format: date-time
             * @description When it opens; null: at once.
             */
            opens_at?: string | null;
            purpose: components["schemas"]["QuizPurpose"];
            /** @description The skills of the session's revision it is about. */
            skills?: string[];
            /** @description 1 to 200 characters. */
            title: string;
        };
        /**
         * Format: uuid
         * @description A quiz of a session: the place where one is taken.
         */
        SessionQuizId: string;
        /** @description Why something is done; people concerned read it. */
        SessionReason: {
            /** @description 1 to 500 characters. */
            reason: string;
        };
        /**
         * @description How long the papers of a session are kept.
         * @enum {string}
         */
        SessionRetention: "standard" | "cofunded";
        /** @description A room of a session. Those who train and run the session belong to every room. */
        SessionRoom: {
            id: components["schemas"]["RoomId"];
            kind: components["schemas"]["SessionRoomKind"];
            /** @description The trainees of a group, by their enrolments; other rooms name nobody. */
            members: components["schemas"]["EnrolmentId"][];
            name: string;
            /**
             * Format: int32
             * @description To be sent back as `If-Match`.
             */
            version: number;
        };
        /** @description A room for a group, as it is sent; or another name for a usual room. */
        SessionRoomDraft: {
            /** @description The trainees of a group, by their enrolments, 500 at most, each once. Other rooms name nobody. */
            members?: components["schemas"]["EnrolmentId"][];
            /** @description 1 to 100 characters, once in the session. */
            name: string;
        };
        /**
         * @description Who belongs to a room.
         * @enum {string}
         */
        SessionRoomKind: "general" | "staff" | "group";
        /** @description A skill that the session's revision teaches. */
        SessionSkill: {
            /** @description Its name when the revision was written. */
            label: string;
            /** @description Code of a skill of the catalogue, or id of one of the organisation's own. */
            skill: string;
        };
        /** @description Why a session starts although something is not ready. */
        SessionStart: {
            /** @description Null when nothing blocks; otherwise 1 to 500 characters, kept with the session. */
            override_reason?: string | null;
        };
        /** @description A session in a list. */
        SessionSummary: {
            /** Format: date */
            ends_on: string;
            id: components["schemas"]["TrainingSessionId"];
            /**
             * Format: date-time
             * @description The next of them, or the one that is under way.
             */
            next_slot_at?: string | null;
            /** @description Room or address; may be empty. */
            place: string;
            /**
             * Format: int32
             * @description How many can take part; null: no limit.
             */
            seats?: number | null;
            /**
             * Format: int64
             * @description Slots that take place.
             */
            slots: number;
            /** Format: date */
            starts_on: string;
            status: components["schemas"]["TrainingSessionStatus"];
            /**
             * Format: int64
             * @description People who hold a seat: invited, enrolled, confirmed or finished.
             */
            taken: number;
            title: string;
            /** @description Names of the trainers. */
            trainers: string[];
            training_id: components["schemas"]["TrainingId"];
            /** Format: int32 */
            version: number;
            /**
             * Format: int64
             * @description People who wait for a seat.
             */
            waiting: number;
        };
        /** @description Totals of a session. */
        SessionTotals: components["schemas"]["RatedTotals"] & {
            /** @description Everybody together, course by course. */
            courses: components["schemas"]["CourseTotals"][];
            /** @description How rates are computed, in French. */
            formula: string;
            /** @description Each trainee, by name. */
            trainees: components["schemas"]["TraineeTotals"][];
        };
        /** @description Somebody who trains. */
        SessionTrainer: {
            /** @description As it was when they were assigned; so is the last name. */
            first_name: string;
            last_name: string;
            person_id?: components["schemas"]["PersonId"] | null;
        };
        /** @description A session. */
        SessionView: {
            /**
             * Format: int32
             * @description How long it lasts by what was announced and signed, in minutes.
             */
            announced_minutes: number;
            copied_from?: components["schemas"]["TrainingSessionId"] | null;
            /** @description Its own ordered list. */
            courses: components["schemas"]["SessionCourse"][];
            /** Format: date */
            ends_on: string;
            holidays: components["schemas"]["HolidayRule"];
            id: components["schemas"]["TrainingSessionId"];
            /** @description What participants read; may be empty. */
            information: string;
            /**
             * Format: int32
             * @description The newest published revision of the training today.
             */
            newest_revision: number;
            /**
             * Format: date-time
             * @description The next of them, or the one that is under way.
             */
            next_slot_at?: string | null;
            /** @description The organisation that gives it, as it signs today. */
            organisation: components["schemas"]["Issuer"];
            /** @description Room or address; may be empty. */
            place: string;
            remote_url?: string | null;
            retention: components["schemas"]["SessionRetention"];
            /**
             * Format: int32
             * @description The revision of the training it gives, for ever.
             */
            revision: number;
            /**
             * Format: int32
             * @description How many can take part; null: no limit.
             */
            seats?: number | null;
            /** @description The skills of its revision. */
            skills: components["schemas"]["SessionSkill"][];
            /**
             * Format: int64
             * @description Slots that take place.
             */
            slots: number;
            /** @description Why it was started although something was not ready. */
            start_override?: string | null;
            /** Format: date */
            starts_on: string;
            status: components["schemas"]["TrainingSessionStatus"];
            /**
             * Format: date-time
             * @description Since when it is in this state.
             */
            status_at: string;
            /** @description Why it was cancelled, or taken up again after it was closed. */
            status_reason?: string | null;
            /**
             * Format: int64
             * @description People who hold a seat: invited, enrolled, confirmed or finished.
             */
            taken: number;
            title: string;
            trainers: components["schemas"]["SessionTrainer"][];
            training_id: components["schemas"]["TrainingId"];
            /** Format: date-time */
            updated_at: string;
            /** @description Who wrote it last; null once the account is gone, or when the clock moved it. */
            updated_by?: string | null;
            /**
             * Format: int32
             * @description To be sent back as `If-Match`.
             */
            version: number;
            /**
             * Format: int64
             * @description People who wait for a seat.
             */
            waiting: number;
        };
        /** @description What a link shows: the passport as it is now. */
        SharedPassport: {
            /**
             * Format: date
             * @description It is true as of this day.
             */
            as_of: string;
            /** @description The experiences, the oldest first. Their proofs only where the person chose to show them; one with a `path` can be opened. */
            experiences: components["schemas"]["ExportedExperience"][];
            /**
             * Format: date-time
             * @description When the link ends.
             */
            expires_at: string;
            /** @description What other platforms attested. */
            external: components["schemas"]["ExportedExternalEntry"][];
            /** @description The versions of grids they refer to. */
            grids: components["schemas"]["ExportedGrid"][];
            /** @description Whose passport it is. */
            holder: components["schemas"]["ExportedHolder"];
            /** @description To whom the person gave it. */
            recipient: string;
            /** @description What the person chose to show. */
            scope: components["schemas"]["ExportedScope"];
            /** @description The summary, by code. */
            skills: components["schemas"]["ExportedSkill"][];
            /** @description The validations, the oldest first. */
            validations: components["schemas"]["ExportedValidation"][];
        };
        /** @description A link of the chain that is about this sheet. */
        SheetSeal: {
            /** @description When. */
            at: string;
            /** @description The key that signed it. */
            key_id: string;
            /** @description Why it was added. */
            kind: components["schemas"]["LinkKind"];
            /**
             * Format: int32
             * @description Its place in the chain of the session.
             */
            number: number;
            /** @description Of a rectification: before, after, why, by whom, of which person and half-day. */
            rectification?: Record<string, never> | null;
            /** @description Its hash. */
            sha256: string;
            times?: components["schemas"]["SealedSheetTimes"] | null;
            words?: components["schemas"]["SealedSheetWords"] | null;
        };
        /**
         * @description State of the attendance sheet of a slot; moved by attendance alone.
         * @enum {string}
         */
        SheetState: "open" | "closed" | "contested";
        /**
         * @description Something that a sheet says of its slot.
         * @enum {string}
         */
        SheetWord: "session_title" | "title" | "course" | "place" | "trainers";
        /** @description Something that a sealed sheet says otherwise since it was put right. */
        SheetWordChange: {
            /** @description What it is since. */
            after: string;
            /** @description What was sealed. */
            before: string;
            /** @description What. */
            what: components["schemas"]["SheetWord"];
        };
        /**
         * @description How somebody signed.
         * @enum {string}
         */
        SignatureMethod: "drawn" | "password" | "qr" | "link";
        /** @description Strokes as they were drawn: each is a list of points `[x, y]`, x from 0 to 600, y from 0 to 200. */
        SignatureStrokes: number[][][];
        /** @description Which SIRET is taken away, and why. */
        SiretWithdrawal: {
            /** @description What its admins are told, 500 characters at most. */
            reason: string;
            /** @description The SIRET that the organisation declares. */
            siret: string;
        };
        /** @description An experience that claims a skill. */
        SkillClaimedIn: {
            /** @description Whether it counts in the search; false while the experience is hidden. */
            counted: boolean;
            experience_id: components["schemas"]["ExperienceId"];
            /**
             * Format: int32
             * @description 1 to 4.
             */
            level: number;
            title: string;
        };
        /** @description Results that hold a skill. */
        SkillCountView: {
            /** @description Its code. */
            code: string;
            /**
             * Format: int64
             * @description Results.
             */
            count: number;
            /** @description Its official label. */
            label: string;
        };
        /** @description What a person declares, with the words of that day. */
        SkillDeclaration: {
            /** Format: date-time */
            declared_at: string;
            /** @description The skill's label that day. */
            label: string;
            /**
             * Format: int32
             * @description 1 to 4.
             */
            level: number;
            /**
             * Format: int32
             * @description Release of the catalogue that day; 0 when there was none.
             */
            release: number;
        };
        /** @description How a skill differs today from what was written of it. */
        SkillDifference: {
            /** @description Why; one at least. */
            kinds: components["schemas"]["CatalogDriftKind"][];
            /** @description What the code is called today. */
            now: string;
            /**
             * Format: int32
             * @description The release it was written under; 0 when there was none.
             */
            release: number;
            replaced_by?: components["schemas"]["SkillSuccessor"] | null;
            /** @description Its label when it was last declared or validated. */
            then: string;
        };
        /** @description A skill found. */
        SkillFound: {
            /** @description Whether the release in place has it. */
            active: boolean;
            /** @description Its code. */
            code: string;
            /** @description What it is. */
            kind: components["schemas"]["SkillKind"];
            /** @description Its name. */
            label: string;
        };
        /** @description What an organisation says of a skill. */
        SkillInOrganisation: {
            current?: components["schemas"]["GridEntry"] | null;
            /** @description How many entries it ever wrote. */
            entries: number;
            /** @description Whether that entry came from an experience the organisation judged, rather than from what it saw itself. */
            is_attested: boolean;
            /**
             * Format: date
             * @description Day of its newest entry.
             */
            last_entry_on?: string | null;
            /** @description By which rule it reads its current level. */
            level_rule: components["schemas"]["PassportLevelRule"];
            organisation_id: components["schemas"]["OrganisationId"];
            /** @description As it was when the newest entry was written. */
            organisation_name: string;
            status: components["schemas"]["CellStatus"];
        };
        /**
         * @description What an entry of the skill list is.
         * @enum {string}
         */
        SkillKind: "skill" | "macro_skill" | "soft_skill" | "knowledge";
        /** @description A skill by code and label. */
        SkillName: {
            /** @description Its code. */
            code: string;
            /** @description Its official label. */
            label: string;
        };
        /** @description A skill as a job lists it. */
        SkillOfJob: {
            /** @description The publisher's category within its kind. */
            category: string;
            /** @description Its code. */
            code: string;
            /** @description Central to the job. */
            core: boolean;
            /** @description On the rise in the job. */
            emerging: boolean;
            /** @description What it is. */
            kind: components["schemas"]["SkillKind"];
            /** @description Its name. */
            label: string;
            stake?: components["schemas"]["Labelled"] | null;
        };
        /** @description A rule, as it is shown. */
        SkillRule: {
            /** @description The grid; null for the common scale. */
            grid?: string | null;
            /** @description Its name in the session's revision. */
            label: string;
            /** @description From which percentage which level, lowest first. */
            levels: components["schemas"]["LevelRule"][];
            /** @description The skill. */
            skill: string;
        };
        /** @description A rule, as it is sent. */
        SkillRuleDraft: {
            /** @description From which percentage which level: a higher one for a higher level. */
            levels: components["schemas"]["LevelRuleDraft"][];
            /** @description A skill of the session's revision: its code, or its id when it is the organisation's own. */
            skill: string;
        };
        /** @description A skill with everything the catalogue says of it. */
        SkillSheet: {
            /** @description Whether the release in place has it. */
            active: boolean;
            /** @description The publisher's category within its kind. */
            category: string;
            /** @description Its code. */
            code: string;
            /** @description Further words of the publisher. */
            definition?: string | null;
            /** @description The skills of ESCO it stands for; empty where the publisher's API was not asked. */
            esco: components["schemas"]["EscoLink"][];
            /** @description The groups it belongs to, the widest first: domain, stake, objective; empty where unknown. */
            groups: components["schemas"]["Labelled"][];
            /** @description The jobs that list it: where it is core first, then by code. */
            jobs: components["schemas"]["JobOfSkill"][];
            /** @description What it is. */
            kind: components["schemas"]["SkillKind"];
            /** @description Its name. */
            label: string;
            macro_skill?: components["schemas"]["Labelled"] | null;
            replaced_by?: components["schemas"]["Labelled"] | null;
        };
        /**
         * @description Said by the person, or validated.
         * @enum {string}
         */
        SkillStatus: "declared" | "validated";
        /** @description A skill that took the place of another. */
        SkillSuccessor: {
            code: string;
            label: string;
        };
        /** @description A skill whose validation must be renewed. */
        SkillValidity: {
            /**
             * Format: int32
             * @description After how many months, 1 to 120.
             */
            months: number;
            /** @description Its code. */
            skill: string;
        };
        /** @description One skill of a profile. */
        SkillView: {
            /** @description Its code. */
            code: string;
            /** @description Its official label. */
            label: string;
            /**
             * Format: int32
             * @description 1 to 4; null when it was validated on a scale without equivalent.
             */
            level?: number | null;
            /** @description Where it comes from. */
            status: components["schemas"]["StatusView"];
        };
        /** @description Somebody, or a place, that a slot needs and another one of the organisation has. */
        SlotConflict: {
            /**
             * Format: date-time
             * @description When that ends.
             */
            ends_at: string;
            /** @description What is taken. */
            kind: components["schemas"]["ConflictKind"];
            /** @description Name of the person or the place. */
            name: string;
            /** @description The session that has it. */
            session_id: components["schemas"]["TrainingSessionId"];
            /** @description Its title. */
            session_title: string;
            /** @description The slot that has it. */
            slot_id: components["schemas"]["SlotId"];
            /**
             * Format: date-time
             * @description When that begins.
             */
            starts_at: string;
        };
        /** @description What is right about a slot: its times, what its sealed sheet should say, or both. */
        SlotCorrection: {
            hours?: components["schemas"]["SlotHours"] | null;
            /** @description Why it was wrong, 1 to 500 characters: sheets show it. */
            reason: string;
            subject?: components["schemas"]["SlotSubject"] | null;
        };
        /** @description A slot with its history and what else is at that time. */
        SlotDetails: components["schemas"]["SlotView"] & {
            /** @description Who or what is taken at that time. */
            conflicts: components["schemas"]["SlotConflict"][];
            /** @description Times that were put right after attendance was taken, oldest first. */
            rectifications: components["schemas"]["SlotRectification"][];
            /** @description Who trained, or was to train, before somebody replaced them. */
            replaced_trainers: components["schemas"]["ReplacedTrainer"][];
        };
        /** @description A slot, as it is sent. */
        SlotDraft: {
            /**
             * Format: date
             * @description The day, in Paris.
             */
            date: string;
            /**
             * Format: date
             * @description The day on which it ends, where that is the next one.
             */
            end_date?: string | null;
            /** @description `12:30`, in Paris. */
            end_time: string;
            /** @description What is done in it: a course by default. */
            kind?: components["schemas"]["SlotKind"];
            /** @description Why it stands although somebody or the place is taken, 500 characters at most. */
            override_reason?: string | null;
            /** @description Room or address, 300 characters at most; empty: that of the session. */
            place?: string;
            /** @description Address at a distance; null: that of the session. */
            remote_url?: string | null;
            session_course_id?: components["schemas"]["SessionCourseId"] | null;
            /** @description `09:00`, in Paris. In the hour that comes twice in October, the first of the two. */
            start_time: string;
            /** @description What is done, beside or instead of the course, 200 characters at most. */
            title?: string;
            /** @description Who trains; null: on creation the trainers of the session, afterwards whoever trains today. */
            trainers?: components["schemas"]["PersonId"][] | null;
        };
        /** @description Slots at regular times, as they are sent. */
        SlotGeneration: {
            /** @description Other days to leave out, 50 at most. */
            closures?: components["schemas"]["Closure"][];
            /**
             * Format: int32
             * @description How many days, those left out not counted, within a year. This or `until`.
             */
            count?: number | null;
            /** @description Only shows what would be created. */
            dry_run: boolean;
            /**
             * Format: int32
             * @description Every how many weeks, 1 to 12, counted from the week of the first day.
             */
            every_weeks?: number;
            /**
             * Format: date
             * @description The first possible day.
             */
            from: string;
            /** @description The hours of each day, in Paris: one to four. */
            hours: components["schemas"]["DayHours"][];
            /** @description What is done in them: a course by default. */
            kind?: components["schemas"]["SlotKind"];
            /** @description Why they stand although somebody or the place is taken, 500 characters at most. */
            override_reason?: string | null;
            /** @description Room or address, 300 characters at most; empty: that of the session. */
            place?: string;
            /** @description Address at a distance; null: that of the session. */
            remote_url?: string | null;
            session_course_id?: components["schemas"]["SessionCourseId"] | null;
            /** @description Whether public holidays are left out, as the session counts them. */
            skip_holidays?: boolean;
            /** @description What is done, beside or instead of the course, 200 characters at most. */
            title?: string;
            /** @description Who trains; null: the trainers of the session. */
            trainers?: components["schemas"]["PersonId"][] | null;
            /**
             * Format: date
             * @description The last possible day, a year later at most. This or `count`.
             */
            until?: string | null;
            /** @description 1 (Monday) to 7 (Sunday), each once. */
            weekdays: number[];
        };
        /** @description A day and its hours in Paris. */
        SlotHours: {
            /**
             * Format: date
             * @description The day, in Paris.
             */
            date: string;
            /**
             * Format: date
             * @description The day on which it ends, where that is the next one.
             */
            end_date?: string | null;
            /** @description `12:30`, in Paris. */
            end_time: string;
            /** @description `09:00`, in Paris. In the hour that comes twice in October, the first of the two. */
            start_time: string;
        };
        /**
         * Format: uuid
         * @description A slot of a session.
         */
        SlotId: string;
        /**
         * @description What is done in a slot.
         * @enum {string}
         */
        SlotKind: "course" | "exam";
        /** @description Times that were put right. */
        SlotRectification: {
            /** Format: date-time */
            new_ends_at: string;
            /** Format: date-time */
            new_starts_at: string;
            /** Format: date-time */
            old_ends_at: string;
            /** Format: date-time */
            old_starts_at: string;
            reason: string;
            /** Format: date-time */
            rectified_at: string;
            /** @description Null once the account is gone. */
            rectified_by?: string | null;
        };
        /** @description What a slot was about and where, as it is sent to put a sealed sheet right. */
        SlotSubject: {
            /** @description Room or address, 300 characters at most; empty: that of the session. */
            place?: string;
            session_course_id?: components["schemas"]["SessionCourseId"] | null;
            /** @description What was done, beside or instead of the course, 200 characters at most. */
            title?: string;
        };
        /** @description Who trains at a slot from now on. */
        SlotTrainersDraft: {
            /** @description Why they stand although one of them trains elsewhere at that time, 500 characters at most. */
            override_reason?: string | null;
            /** @description Why somebody is replaced, 1 to 500 characters: it stays with the slot. */
            reason: string;
            /** @description Members of the organisation who train or run it, 50 at most, each once. */
            trainers: components["schemas"]["PersonId"][];
        };
        /** @description A slot of a session. */
        SlotView: {
            cancel_reason?: string | null;
            /** Format: date-time */
            cancelled_at?: string | null;
            course_title?: string | null;
            /** Format: date-time */
            ends_at: string;
            /** @description The half-days in Paris it counts for. */
            half_days: components["schemas"]["HalfDay"][];
            /** @description Whether attendance was taken: its times then change by rectification only. */
            has_attendance: boolean;
            id: components["schemas"]["SlotId"];
            kind: components["schemas"]["SlotKind"];
            /**
             * Format: int64
             * @description How long it lasts.
             */
            minutes: number;
            modality?: components["schemas"]["Modality"] | null;
            /** @description Why it stands although somebody or the place is taken. */
            override_reason?: string | null;
            /** @description Its own room or address; empty: that of the session. */
            place: string;
            /** @description Its own address at a distance; null: that of the session. */
            remote_url?: string | null;
            session_course_id?: components["schemas"]["SessionCourseId"] | null;
            sheet_state: components["schemas"]["SheetState"];
            /** Format: date-time */
            starts_at: string;
            /** @description What is done, beside or instead of the course; may be empty. */
            title: string;
            trainers: components["schemas"]["SessionTrainer"][];
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int32
             * @description To be sent back as `If-Match`.
             */
            version: number;
        };
        /**
         * @description Where an archive came from.
         * @enum {string}
         */
        Source: "file" | "download" | "starter" | "api" | "certifications";
        /**
         * @description What those who run the organisation do with a participant.
         * @enum {string}
         */
        StaffStep: "enrol" | "confirm" | "abandon" | "resume" | "cancel";
        /** @description How to bring the catalogue up to date. */
        StartCatalogImport: {
            /** @description Apply a release although its lists are shorter: for someone who has read what a dry run says. */
            accept_losses?: boolean;
            /** @description Only compare, and tell in the history what would change. */
            dry_run: boolean;
        };
        /** @description A choice, as it was asked. */
        StatisticsChoice: {
            /** @description The choice. */
            choice_id: components["schemas"]["ChoiceId"];
            /** @description What it says. */
            text: string;
        };
        /**
         * @description Whether an organisation works.
         * @enum {string}
         */
        Status: "active" | "suspended";
        /**
         * @description Which entries count.
         * @enum {string}
         */
        StatusBody: "any" | "validated";
        /**
         * @description The choices of status.
         * @enum {string}
         */
        StatusChoiceView: "any" | "validated";
        /** @description Results a criterion would leave with this status. */
        StatusCountView: {
            /**
             * Format: int64
             * @description Results.
             */
            count: number;
            /** @description The criterion's skill. */
            skill: string;
            /** @description The status. */
            status: components["schemas"]["StatusChoiceView"];
        };
        /**
         * @description Where a skill comes from.
         * @enum {string}
         */
        StatusView: "declared" | "validated";
        /** @description One step of a grid. */
        StepView: {
            /** Format: int32 */
            common_level?: number | null;
            name: string;
            passing: boolean;
            /** @description Counted from 0, lowest first. */
            position: number;
        };
        /** @description Where an experience goes. */
        SubmitExperience: {
            /** @description A word to it, 2000 characters at most. */
            message?: string;
            /** @description Any active organisation; one has not to belong to it. */
            organisation_id: components["schemas"]["OrganisationId"];
        };
        /** @description A code and its name. */
        SuccessorCode: {
            /** @description The code, as a search writes it. */
            code: string;
            /** @description Its name today. */
            label: string;
        };
        /** @description Why an organisation is suspended. */
        Suspension: {
            reason: string;
        };
        /** @description What was taught. */
        Taught: {
            /** @description In the trainer's words; 4000 characters at most, empty for nothing. */
            text: string;
        };
        /** @description What a text is likely about, best first. */
        TextMatches: {
            /** @description Five jobs at most. */
            jobs: components["schemas"]["ProposedJob"][];
            /** @description Fifteen skills at most. */
            skills: components["schemas"]["ProposedSkill"][];
        };
        /** @description A text to find jobs and skills for. */
        TextToMatch: {
            /** @description What it is about, 5000 characters at most. */
            description?: string;
            /** @description What it is called, 1 to 300 characters. */
            title: string;
        };
        /** @description A code of the authenticator. */
        TotpCode: {
            code: string;
        };
        /** @description The secret to enter into an authenticator. */
        TotpSecret: {
            /** @description The same as a QR code holds it. */
            otpauth_url: string;
            /** @description Base32. */
            secret: string;
        };
        /** @description A grid by which lines of trainings measure what an import changed. */
        TouchedGridView: {
            /** @description The grid. */
            id: components["schemas"]["GridId"];
            /**
             * Format: int64
             * @description Lines of trainings that measured by it a skill the import renamed or retired.
             */
            lines: number;
            /** @description Its name. */
            name: string;
            /** @description The organisation's name. */
            organisation: string;
            /** @description Whose it is. */
            organisation_id: components["schemas"]["OrganisationId"];
        };
        /** @description Totals of one trainee. */
        TraineeTotals: components["schemas"]["RatedTotals"] & {
            /** @description The same, course by course. */
            courses: components["schemas"]["CourseTotals"][];
            /** @description Who. */
            enrolment_id: components["schemas"]["EnrolmentId"];
            /** @description State of the enrolment. */
            enrolment_status: components["schemas"]["EnrolmentStatus"];
            /** @description First name. */
            first_name: string;
            /** @description Last name. */
            last_name: string;
        };
        /** @description Official references. */
        TrainingCertification: {
            /**
             * @description The blocks of it, such as `RNCP35584BC01`.
             * @default []
             */
            blocks: string[];
            /**
             * @description The certification it prepares: `RNCP` or `RS` and its number.
             * @default null
             */
            code: string | null;
            /**
             * @description Formacode numbers, five digits.
             * @default []
             */
            formacodes: string[];
            /**
             * @description NSF codes, three digits and perhaps a letter.
             * @default []
             */
            specialities: string[];
        };
        /** @description One difference. */
        TrainingChange: {
            /** @description After, as people read it. */
            after?: string | null;
            /** @description Before, as people read it. */
            before?: string | null;
            /** @description Its code or id; of a text, its name. */
            key: string;
            /** @description What happened to it. */
            kind: components["schemas"]["TrainingChangeKind"];
            /** @description Its name, the newer one where it changed; of a text, nothing. */
            label?: string | null;
            property?: components["schemas"]["TrainingChangeProperty"] | null;
            /** @description What it is about. */
            subject: components["schemas"]["TrainingChangeSubject"];
        };
        /**
         * @description What happened.
         * @enum {string}
         */
        TrainingChangeKind: "added" | "removed" | "changed" | "moved";
        /**
         * @description A property of a job, skill or course.
         * @enum {string}
         */
        TrainingChangeProperty: "label" | "appellation" | "jobs" | "scale" | "target" | "pass" | "marks" | "link" | "minutes" | "modality" | "skills";
        /**
         * @description What a difference is about.
         * @enum {string}
         */
        TrainingChangeSubject: "field" | "job" | "skill" | "course";
        /** @description What a revision says. */
        TrainingContent: {
            certification: components["schemas"]["TrainingCertification"];
            courses: components["schemas"]["TrainingCourse"][];
            /** @description Where the catalogue says something else today than when this was written, and why. */
            differences: components["schemas"]["CatalogDifference"][];
            jobs: components["schemas"]["TrainingJob"][];
            /**
             * Format: int32
             * @description How long all courses take together.
             */
            minutes: number;
            /** @description What kind of action it is. */
            nature: components["schemas"]["ActionKind"];
            skills: components["schemas"]["TrainingSkill"][];
            texts: components["schemas"]["TrainingTexts"];
            title: string;
        };
        /** @description A course of a training. */
        TrainingCourse: {
            course_id: components["schemas"]["CourseId"];
            /** Format: int32 */
            minutes: number;
            modality: components["schemas"]["Modality"];
            /** @description The skills it teaches, named as in `skills`. */
            skills: string[];
            title: string;
        };
        /** @description A course of a training, as it is sent. */
        TrainingCourseDraft: {
            /** @description One of the organisation's courses. */
            course_id: components["schemas"]["CourseId"];
            /** @description The skills of the training it teaches, named as in `skills`. */
            skills?: string[];
        };
        /** @description A training beside the jobs of the catalogue. */
        TrainingCoverage: {
            /** @description The training's own jobs, in its order. */
            jobs: components["schemas"]["CoveredJob"][];
            /** @description Other jobs, at least 60 % of whose core skills it teaches; 20 at most, the largest share first. */
            other_jobs: components["schemas"]["CoveredJob"][];
        };
        /** @description The whole content of a training, as it is sent. */
        TrainingDraft: {
            certification?: components["schemas"]["TrainingCertification"];
            /** @description The courses it is made of, in order, 100 at most, each once. */
            courses?: components["schemas"]["TrainingCourseDraft"][];
            /** @description The jobs it is for, 10 at most. */
            jobs?: components["schemas"]["TrainingJobDraft"][];
            /** @description What kind of action it is; a training unless said. */
            nature?: components["schemas"]["ActionKind"];
            /** @description The skills it teaches, 500 at most, each once. */
            skills?: components["schemas"]["TrainingSkillDraft"][];
            /** @description Each 5000 characters at most. */
            texts?: components["schemas"]["TrainingTexts"];
            /** @description 2 to 200 characters. */
            title: string;
        };
        /** @description The grid of a skill of a training. */
        TrainingGrid: {
            id: components["schemas"]["GridId"];
            name: string;
            /** Format: int32 */
            version: number;
        };
        /**
         * Format: uuid
         * @description A training, whatever its revision.
         */
        TrainingId: string;
        /** @description A job of a training. */
        TrainingJob: {
            /** @description The name of the job that was chosen, where it is not the title. */
            appellation?: string | null;
            code: string;
            /** @description Its title when this was written. */
            label: string;
        };
        /** @description A job of a training, as it is sent. */
        TrainingJobDraft: {
            /** @description Takes the title the catalogue gives today, where the training still bears an older one. */
            accept_label?: boolean;
            /** @description The name of the job that was chosen; null for its title. */
            appellation?: string | null;
            /** @description Its code. */
            code: string;
        };
        /**
         * Format: uuid
         * @description A session of a training. ([`SessionId`] is a signed-in device.)
         */
        TrainingSessionId: string;
        /**
         * @description How far a session is.
         * @enum {string}
         */
        TrainingSessionStatus: "draft" | "planned" | "running" | "ended" | "closed" | "cancelled";
        /** @description A skill of a training. */
        TrainingSkill: {
            /** @description Whether it was central to one of these jobs in the release this was written under. */
            core: boolean;
            /** @description Whether it was on the rise in one of them in that release. */
            emerging: boolean;
            grid?: components["schemas"]["TrainingGrid"] | null;
            /** @description The training's jobs that brought it; none when it was chosen from the catalogue or is the organisation's own. */
            jobs: string[];
            kind?: components["schemas"]["SkillKind"] | null;
            /** @description Its name when this was written. */
            label: string;
            linked?: components["schemas"]["MatchedSkill"] | null;
            /** @description The level from which it counts as acquired. */
            pass: components["schemas"]["NamedLevel"];
            /** @description Code of a skill of the catalogue, or id of one of the organisation's own. */
            skill: string;
            target: components["schemas"]["NamedLevel"];
        };
        /** @description A skill of a training, as it is sent. */
        TrainingSkillDraft: {
            /** @description Takes the name the catalogue gives today, where the training still bears an older one. */
            accept_label?: boolean;
            grid_id?: components["schemas"]["GridId"] | null;
            /**
             * Format: int32
             * @description The level from which the skill counts as acquired, not above `target`.
             */
            pass: number;
            /** @description Code of a skill of the catalogue, or id of one of the organisation's own. */
            skill: string;
            /**
             * Format: int32
             * @description The level aimed at: 1..4 on the common scale, a step counted from 0 on a grid.
             */
            target: number;
        };
        /** @description The marks of a skill in the jobs that brought it. */
        TrainingSkillMarks: {
            /** @description Whether it is central to one of them. */
            core: boolean;
            /** @description Whether it is on the rise in one of them. */
            emerging: boolean;
        };
        /**
         * @description How far a training is.
         * @enum {string}
         */
        TrainingStatus: "draft" | "published" | "archived";
        /** @description A training in a list. */
        TrainingSummary: {
            /** @description Whether something was written since it was last published. */
            has_draft: boolean;
            id: components["schemas"]["TrainingId"];
            /** @description Codes and titles of its jobs. */
            jobs: string[];
            /**
             * Format: int64
             * @description How long its courses take together.
             */
            minutes: number;
            /**
             * Format: int32
             * @description Number of its newest published revision; 0 before the first.
             */
            revision: number;
            /**
             * Format: int64
             * @description How many skills it names.
             */
            skills: number;
            status: components["schemas"]["TrainingStatus"];
            title: string;
            /** Format: date-time */
            updated_at: string;
            /** @description Who wrote it last; null once the account is gone. */
            updated_by?: string | null;
            /** Format: int32 */
            version: number;
        };
        /** @description What people read of a training before they choose it: the public information that quality rules ask for. */
        TrainingTexts: {
            /**
             * @description How one enters, and how long it takes to.
             * @default
             */
            access_delay: string;
            /**
             * @description How people with a disability can take part.
             * @default
             */
            accessibility: string;
            /**
             * @description How what was learnt is assessed.
             * @default
             */
            assessment: string;
            /**
             * @description Whom it is for.
             * @default
             */
            audience: string;
            /**
             * @description What it is about.
             * @default
             */
            description: string;
            /**
             * @description How it is taught.
             * @default
             */
            methods: string;
            /**
             * @description What one can do afterwards, so that it can be assessed.
             * @default
             */
            objectives: string;
            /**
             * @description What one must know before.
             * @default
             */
            prerequisites: string;
            /**
             * @description What it costs.
             * @default
             */
            price: string;
        };
        /** @description A training with what it says: what is being written, otherwise its newest revision. */
        TrainingView: {
            content: components["schemas"]["TrainingContent"];
            /** @description Whether `content` was not published yet. */
            has_draft: boolean;
            id: components["schemas"]["TrainingId"];
            /** @description The organisation that gives it, as it signs today. */
            organisation: components["schemas"]["Issuer"];
            /**
             * Format: int32
             * @description Number of its newest published revision; 0 before the first.
             */
            revision: number;
            status: components["schemas"]["TrainingStatus"];
            /** Format: date-time */
            updated_at: string;
            /** @description Who wrote it last; null once the account is gone. */
            updated_by?: string | null;
            /**
             * Format: int32
             * @description To be sent back as `If-Match`.
             */
            version: number;
            /** @description What deserves a look before it is published. */
            warnings: components["schemas"]["TrainingWarning"][];
        };
        /** @description Something a training may be published with, but hardly should. */
        TrainingWarning: {
            /** @description What it is about. */
            kind: components["schemas"]["TrainingWarningKind"];
            /** @description Its name. */
            label: string;
            /** @description The skill, course, job or certification concerned, as the content names it. */
            subject: string;
        };
        /**
         * @description Kinds of warnings.
         * @enum {string}
         */
        TrainingWarningKind: "skill_without_course" | "course_without_skill" | "retired_job" | "retired_skill" | "archived_course" | "certification_unknown" | "certification_inactive" | "certification_over" | "certification_of_other_jobs";
        /** @description What changes of a saved search; what is absent stays. */
        UpdateSavedSearch: {
            /** @description What it is called. */
            name?: string | null;
            search?: components["schemas"]["SearchCriteria"] | null;
        };
        /** @description A skill as it was named when it was validated. */
        ValidatedSkill: {
            code: string;
            label: string;
            /**
             * Format: int32
             * @description Release of the catalogue.
             */
            release: number;
        };
        /**
         * @description What becomes of a cell.
         * @enum {string}
         */
        ValidationAction: "write" | "replace" | "refuse" | "stale";
        /** @description Cells of the grid to write. */
        ValidationBatch: {
            /** @description 1 to 1000 cells, each once. */
            cells: components["schemas"]["ValidationCell"][];
        };
        /** @description A cell to write. */
        ValidationCell: {
            /** @description 2000 characters at most. */
            comment?: string | null;
            /** @description What it rests on, 10 elements at most. */
            evidence?: components["schemas"]["ValidationEvidence"][];
            /**
             * Format: date
             * @description Last day on which it counts (Europe/Paris); null: as the organisation set it for the skill, or for ever.
             */
            expires_on?: string | null;
            /** @description What was found. */
            level: components["schemas"]["ValidationLevel"];
            /** @description A participant of the session who has an account. */
            person_id: components["schemas"]["PersonId"];
            /** @description Why another entry of this session is replaced, 1000 characters at most; required then. */
            reason?: string | null;
            /** @description A skill of the session's revision, as the grid names it; or the code of another: "hors programme". */
            skill: string;
            /**
             * Format: int64
             * @description The version of the cell that was seen; 0 where the grid shows none.
             */
            version?: number;
        };
        /** @description What an entry rests on: a note, an attempt at a quiz of the session, or a staged file. Exactly one. */
        ValidationEvidence: {
            /**
             * Format: uuid
             * @description An attempt of this person.
             */
            attempt_id?: string | null;
            file_id?: components["schemas"]["FileId"] | null;
            /** @description What was observed, 4000 characters at most. */
            note?: string | null;
            /** @description 1 to 200 characters. */
            title: string;
        };
        /** @description The grid of a session. Cells of which nobody says anything are left out: their version is 0. */
        ValidationGrid: {
            cells: components["schemas"]["GridCell"][];
            /** @description Which of the organisation's standing entries is its current level. The search always takes the highest. */
            level_rule: components["schemas"]["PassportLevelRule"];
            /** @description Participants who have an account, by name. */
            participants: components["schemas"]["GridPerson"][];
            session_id: components["schemas"]["TrainingSessionId"];
            skills: components["schemas"]["GridSkill"][];
            title: string;
            /** @description Whether what is written here waits for a second person. */
            two_people: boolean;
        };
        /**
         * Format: uuid
         * @description One validation entry.
         */
        ValidationId: string;
        /** @description A level: a step of a grid, a level of the common scale, or not acquired. Exactly one. */
        ValidationLevel: {
            /**
             * Format: int64
             * @description 1 notions, 2 guided, 3 autonomous, 4 expert: the scale of the jobs.
             * @default null
             */
            common_level: number | null;
            /** @default null */
            grid_id: components["schemas"]["GridId"] | null;
            /**
             * @description Found not acquired, without saying how far the person is.
             * @default false
             */
            not_acquired: boolean;
            /**
             * Format: int32
             * @description Place of the step reached, counted from 0.
             * @default null
             */
            step: number | null;
        };
        /** @description What becomes of each cell, in the order asked. */
        ValidationPreview: {
            cells: components["schemas"]["PreviewedCell"][];
            /** @description Whether what is written waits for a second person. */
            two_people: boolean;
        };
        /** @description A validation that waits for a second person. */
        ValidationProposal: {
            /** @description Code of the skill. */
            code: string;
            comment?: string | null;
            /** Format: int32 */
            common_level?: number | null;
            /** @description Titles of what it rests on. */
            evidence: string[];
            /** Format: date */
            expires_on?: string | null;
            id: components["schemas"]["ProposalId"];
            /** @description Codes of the training's jobs. */
            jobs: string[];
            /** @description Its label when it was proposed. */
            label: string;
            /** @description Whether whoever reads this may decide: neither who proposed it nor the person it is about. */
            may_be_decided: boolean;
            off_programme: boolean;
            passing: boolean;
            person_id: components["schemas"]["PersonId"];
            person_name: string;
            /** Format: date-time */
            proposed_at: string;
            proposed_by?: components["schemas"]["PersonId"] | null;
            proposed_by_name: string;
            session_id: components["schemas"]["TrainingSessionId"];
            session_title: string;
            /** @description `waiting`, `confirmed` or `refused`. */
            status: string;
            step_name: string;
            supersedes?: components["schemas"]["ValidationId"] | null;
        };
        /**
         * @description How a validation stands.
         * @enum {string}
         */
        ValidationStanding: "valid" | "superseded" | "revoked" | "expired" | "not_acquired";
        /** @description A validation as the organisation that recorded it sees it. Names and labels are those of that day. */
        ValidationView: {
            comment?: string | null;
            /**
             * Format: int32
             * @description Place of the step on the common scale, if any.
             */
            common_level?: number | null;
            /** @description Name of the second person, where the organisation asked for two. */
            confirmed_by_name?: string | null;
            /**
             * Format: date
             * @description Last day on which it counts (Europe/Paris).
             */
            expires_on?: string | null;
            grid_id?: components["schemas"]["GridId"] | null;
            /** Format: int32 */
            grid_version?: number | null;
            id: components["schemas"]["ValidationId"];
            /** @description Codes of the training's jobs. */
            jobs: string[];
            /** @description Whether the skill was none of the session's revision. */
            off_programme: boolean;
            /** @description The organisation as it signed then, and what the registers said of it that day. */
            organisation: components["schemas"]["Issuer"];
            /** @description `organisation`, `session` or `experience`. */
            origin: string;
            /** @description Whether the step means acquired. */
            passing: boolean;
            person_id: components["schemas"]["PersonId"];
            revocation?: components["schemas"]["Revocation"] | null;
            session_id?: components["schemas"]["TrainingSessionId"] | null;
            skill: components["schemas"]["ValidatedSkill"];
            /**
             * Format: int32
             * @description Place of the step in that version, counted from 0.
             */
            step?: number | null;
            step_name: string;
            /** Format: date-time */
            validated_at: string;
            /** @description The trainer. */
            validator_id: components["schemas"]["PersonId"];
            /** @description Their name that day; null in the oldest entries. */
            validator_name?: string | null;
        };
        /** @description The keys that verify what the platform sealed. */
        VerificationKeys: {
            /** @description The present one last. */
            keys: components["schemas"]["SealPublicKey"][];
        };
        /** @description A change of the switch. */
        VisibilityChange: {
            /** @description Version of the text the person had before their eyes. */
            policy_version: string;
            /** @description The state wanted. */
            visible: boolean;
        };
        /** @description Whether recruiters may find the person, and the text that says what this means. */
        VisibilityView: {
            /**
             * Format: date-time
             * @description When it last changed; null if never.
             */
            changed_at?: string | null;
            /** @description The text in force, in French. */
            policy_text: string;
            /** @description Version of the text in force. */
            policy_version: string;
            /** @description Off by default. */
            visible: boolean;
        };
        /** @description Why an element is withdrawn. */
        Withdrawal: {
            /** @description 3 to 500 characters. */
            reason: string;
        };
        /** @description What was written. */
        WrittenValidations: {
            /** @description What waits for a second person, in the order asked. */
            proposals: components["schemas"]["ProposalId"][];
            /** @description The entries, in the order asked; none when they wait for a second person. */
            validations: components["schemas"]["ValidationId"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_catalog_sync: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogSync"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_catalog_imports: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CatalogImport"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_catalog_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartCatalogImport"];
            };
        };
        responses: {
            /** @description Asked for */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_catalog_effect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogEffect"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_touched_grids: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
            };
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TouchedGridView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_index_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndexState"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rebuild_index: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Asked for */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_organisations: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_OrganisationRow"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_organisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOrganisation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationRow"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reinstate_organisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suspend_organisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Suspension"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_organisation_siret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiretWithdrawal"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    allow_organisation_siret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                siret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_recruiters: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
                /** @description In this state only. */
                status?: components["schemas"]["RecruiterStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RecruiterView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    grant_recruiter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantRecruiter"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecruiterView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refuse_recruiter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecruiterReason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecruiterView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reinstate_recruiter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecruiterView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suspend_recruiter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecruiterReason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecruiterView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_signature_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MySlotView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_by_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkSignature"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MySlotView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_email: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailedToken"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logout_everywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refresh_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register_account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSent"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    request_password_reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Address"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSent"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resend_confirmation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Address"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSent"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reset_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_badge_issuer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_calendar_feed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The secret, followed by `.ics` */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_certification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description RNCP or RS and digits, e.g. RNCP35584 */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificationSheet"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_domains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrandDomainTree"][];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_domain_jobs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Domain code, e.g. M18 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Labelled"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_jobs: {
        parameters: {
            query?: {
                /** @description Most suggestions wanted, 1 to 50 (10 by default). */
                limit?: number;
                /** @description Words or a code, as typed; blank finds nothing. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_JobFound"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Job code, e.g. M1805 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobSheet"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_release: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_skills: {
        parameters: {
            query?: {
                /** @description Most suggestions wanted, 1 to 50 (10 by default). */
                limit?: number;
                /** @description Words or a code, as typed; blank finds nothing. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SkillFound"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_skill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Skill code, digits only */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkillSheet"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suggest_from_text: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextToMatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextMatches"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_company: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCompany"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedDocument"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_experience_reviewers: {
        parameters: {
            query: {
                /** @description A part of the name (2 characters at least), or a SIRET. */
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ExperienceReviewer"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_file_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_file_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileRules"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_my_attendance: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MyAttendance"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_my_attendance_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: components["schemas"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scan_attendance_qr: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScannedQr"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MySlotView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_my_attendance: {
        parameters: {
            query: {
                /** @description The form. */
                format: "pdf" | "csv" | "xlsx" | "json";
            };
            header?: never;
            path: {
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_my_attendance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MySlotView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contest_mark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContestDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MySlotView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_my_attendance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnSignature"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MySlotView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_blocked_companies: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_BlockedCompany"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    block_company: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Nine digits */
                siren: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedCompany"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unblock_company: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Nine digits */
                siren: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No longer blocked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_my_calendar: {
        parameters: {
            query: {
                /** @description The first day, in Paris. */
                from: string;
                /** @description The last one, 400 days later at most. */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CalendarEntry"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_calendar_feed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeed"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_calendar_feed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewCalendarFeed"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_calendar_feed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_my_certificates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Certificate"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_my_certificate: {
        parameters: {
            query: {
                /** @description The form. */
                format: "pdf" | "json";
            };
            header?: never;
            path: {
                certificate_id: components["schemas"]["CertificateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_my_company: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyCompanyView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leave_company: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    request_email_proof: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestEmailProof"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_email_proof: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmEmailProof"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    request_company_review: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestCompanyReview"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_consents: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ConsentView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_my_experiences: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Experience"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_experience: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExperienceDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experience"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_experience: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experience_id: components["schemas"]["ExperienceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experience"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_experience: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                experience_id: components["schemas"]["ExperienceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExperienceDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experience"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_experience: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experience_id: components["schemas"]["ExperienceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declare_experience: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experience_id: components["schemas"]["ExperienceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experience"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_experience_proof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experience_id: components["schemas"]["ExperienceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddProof"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experience"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experience"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_experience_proof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experience_id: components["schemas"]["ExperienceId"];
                proof_id: components["schemas"]["ExperienceProofId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_experience_proof_file: {
        parameters: {
            query?: {
                /** @description True: what others see, the masked copy where zones are masked. */
                shown?: boolean;
            };
            header?: never;
            path: {
                experience_id: components["schemas"]["ExperienceId"];
                proof_id: components["schemas"]["ExperienceProofId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mask_experience_proof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experience_id: components["schemas"]["ExperienceId"];
                proof_id: components["schemas"]["ExperienceProofId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MaskZones"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experience"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_proof_readings: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
            };
            header?: never;
            path: {
                experience_id: components["schemas"]["ExperienceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ExperienceProofReading"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submit_experience: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experience_id: components["schemas"]["ExperienceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitExperience"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experience"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_experience_decision_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experience_id: components["schemas"]["ExperienceId"];
                submission_id: components["schemas"]["ExperienceSubmissionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resubmit_experience: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experience_id: components["schemas"]["ExperienceId"];
                submission_id: components["schemas"]["ExperienceSubmissionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResubmitExperience"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experience"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_submission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experience_id: components["schemas"]["ExperienceId"];
                submission_id: components["schemas"]["ExperienceSubmissionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experience"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_experience_visibility: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experience_id: components["schemas"]["ExperienceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExperienceVisibility"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experience"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_experience: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experience_id: components["schemas"]["ExperienceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experience"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_my_files: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_FileCard"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upload_my_file: {
        parameters: {
            query?: never;
            header: {
                /** @description The file's name, percent-encoded (UTF-8) */
                "File-Name": string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The file as it is, of its own media type or application/octet-stream */
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileCard"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_my_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: components["schemas"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileCard"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discard_my_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: components["schemas"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_my_organisations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MyOrganisation"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_passport_disclosure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePassportDisclosure"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassportDisclosure"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_my_entries: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description From this day on (Europe/Paris). */
                from?: string;
                /** @description Of this kind only. */
                kind?: "declared" | "validated" | "attested" | "not_acquired" | "revoked" | "superseded" | "expired" | "replied" | "answered";
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
                /** @description By this organisation only; what one declares is by none. */
                organisation_id?: components["schemas"]["OrganisationId"];
                /** @description About the skill of this code only. */
                skill?: string;
                /** @description Through this day. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PassportEvent"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_my_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: components["schemas"]["ValidationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryProof"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reply_to_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: components["schemas"]["ValidationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryReply"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_my_evidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidence_id: components["schemas"]["EvidenceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceChoice"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryProof"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_my_evidence_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidence_id: components["schemas"]["EvidenceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_passport_exports: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PassportExport"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_passport_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePassportExport"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassportExport"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_passport_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassportExport"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_passport_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_passport_export_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_passport_imports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ExportedExternalEntry"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import_passport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The file as it is */
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportedExternalEntry"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_passport_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_passport_log: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PassportLogLine"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_my_skill_map: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MappedSkill"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_passport_shares: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PassportShare"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_passport_share: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePassportShare"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewPassportShare"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_passport_share: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassportShare"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_my_profile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfilePreview"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_my_quiz_attempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt_id: components["schemas"]["QuizAttemptId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyQuizAttempt"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save_quiz_answers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt_id: components["schemas"]["QuizAttemptId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuizAnswers"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptAnswers"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_my_quiz_attempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt_id: components["schemas"]["QuizAttemptId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyQuizAttempt"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_my_quiz_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt_id: components["schemas"]["QuizAttemptId"];
                file_id: components["schemas"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submit_quiz_attempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt_id: components["schemas"]["QuizAttemptId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuizAnswers"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyQuizAttempt"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_my_quizzes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MyQuizSummary"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_my_quiz: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quiz_id: components["schemas"]["SessionQuizId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyQuizNotice"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    request_quiz_adjustment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quiz_id: components["schemas"]["SessionQuizId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjustmentRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyQuizNotice"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_quiz_attempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quiz_id: components["schemas"]["SessionQuizId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuizStart"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyQuizAttempt"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyQuizAttempt"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_from_quiz: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quiz_id: components["schemas"]["SessionQuizId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_saved_searches: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SavedSearchView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_saved_search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSavedSearch"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_saved_search: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["SavedSearchId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_saved_search: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["SavedSearchId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_saved_search: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["SavedSearchId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateSavedSearch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    run_saved_search: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["SavedSearchId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunAnswer"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_my_session_invitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SessionInvitation"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accept_session_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enrolment_id: components["schemas"]["EnrolmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decline_session_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enrolment_id: components["schemas"]["EnrolmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_my_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MySessionSummary"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_my_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MySessionView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_my_convocation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_my_resource_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resource_id: components["schemas"]["ResourceId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_my_resource_file_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resource_id: components["schemas"]["ResourceId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileLink"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_my_skills: {
        parameters: {
            query?: {
                /** @description With the names of today (the default), or with those each skill was last written with. */
                names?: "today" | "as_written";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MySkill"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declare_skill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Code of the skill */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareSkill"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MySkill"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_skill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Code of the skill */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpSecret"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpCode"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disable_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnPassword"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_badge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                validation_id: components["schemas"]["ValidationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateBadge"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vc+jwt": string;
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_visibility: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisibilityView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_visibility: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisibilityChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisibilityView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accept_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Acceptance"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_organisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_attendance_settings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceSettings"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_attendance_settings: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes; "0" before the first */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttendanceSettingsDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceSettings"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_organisation_calendar: {
        parameters: {
            query: {
                /** @description The first day, in Paris. */
                from: string;
                /** @description Of this session only. */
                session_id?: components["schemas"]["TrainingSessionId"];
                /** @description The last one, 400 days later at most. */
                to: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CalendarEntry"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_catalog_alignments: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CatalogAlignment"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_catalog_notices: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Decided ones, or those that wait (default: both). */
                decided?: boolean;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
                /** @description About this training only. */
                training_id?: components["schemas"]["TrainingId"];
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_NoticeView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decide_catalog_notice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                notice_id: components["schemas"]["NoticeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideNotice"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_courses: {
        parameters: {
            query?: {
                /** @description Archived ones, or those in use (default: both). */
                archived?: boolean;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
                /** @description Whose title holds this, whatever its case and accents; 200 characters at most. */
                q?: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CourseView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_course: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CourseDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_course: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                course_id: components["schemas"]["CourseId"];
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CourseDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archive_course: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                course_id: components["schemas"]["CourseId"];
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_course: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                course_id: components["schemas"]["CourseId"];
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    propose_experiences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeExperiences"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposedExperiences"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_experience_submissions: {
        parameters: {
            query?: {
                /** @description That this person looks at. */
                assigned_to?: components["schemas"]["PersonId"];
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
                /** @description True: to which an answer was expected by now. */
                overdue?: boolean;
                /** @description In this state; by default those that wait for somebody (`submitted`, `to_complete`). */
                status?: "submitted" | "to_complete" | "validated" | "completed" | "refused" | "withdrawn";
                /** @description True: that nobody looks at. */
                unassigned?: boolean;
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_QueuedExperience"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_experience_submission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                submission_id: components["schemas"]["ExperienceSubmissionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewedExperience"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_complement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                submission_id: components["schemas"]["ExperienceSubmissionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskComplement"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewedExperience"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assign_experience_submission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                submission_id: components["schemas"]["ExperienceSubmissionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignSubmission"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewedExperience"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decide_experience: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                submission_id: components["schemas"]["ExperienceSubmissionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideExperience"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewedExperience"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_submitted_proof_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                proof_id: components["schemas"]["ExperienceProofId"];
                submission_id: components["schemas"]["ExperienceSubmissionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refuse_experience: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                submission_id: components["schemas"]["ExperienceSubmissionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseExperience"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewedExperience"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upload_organisation_file: {
        parameters: {
            query?: never;
            header: {
                /** @description The file's name, percent-encoded (UTF-8) */
                "File-Name": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        /** @description The file as it is, of its own media type or application/octet-stream */
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileCard"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_grids: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_GridView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_grid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGrid"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_grid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grid_id: components["schemas"]["GridId"];
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGrid"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_organisation_identity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_organisation_identity: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_members: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MemberView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                person_id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                person_id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleChange"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_own_skills: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
                /** @description Whose name holds this, whatever its case and accents; 200 characters at most. */
                q?: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_OwnSkillView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_own_skill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnSkillDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSkillView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_own_skill: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                own_skill_id: components["schemas"]["OwnSkillId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnSkillDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSkillView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_own_skill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                own_skill_id: components["schemas"]["OwnSkillId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keep_own_skill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                own_skill_id: components["schemas"]["OwnSkillId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSkillView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    link_own_skill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                own_skill_id: components["schemas"]["OwnSkillId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkOwnSkill"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSkillView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlink_own_skill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                own_skill_id: components["schemas"]["OwnSkillId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSkillView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_own_skill_matches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                own_skill_id: components["schemas"]["OwnSkillId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ProposedSkill"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refuse_own_skill_match: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                own_skill_id: components["schemas"]["OwnSkillId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseMatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSkillView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_passport_settings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassportSettings"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_passport_settings: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes; "0" before the first */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PassportSettingsDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassportSettings"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_person_entries: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description From this day on (Europe/Paris). */
                from?: string;
                /** @description Of this kind only. */
                kind?: "declared" | "validated" | "attested" | "not_acquired" | "revoked" | "superseded" | "expired" | "replied" | "answered";
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
                /** @description About the skill of this code only. */
                skill?: string;
                /** @description Through this day. */
                to?: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                person_id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PassportEvent"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_questions: {
        parameters: {
            query: {
                /** @description GIFT, or a table. */
                format: "gift" | "csv";
                /** @description Of this kind. */
                kind?: "single" | "multiple" | "true_false" | "short_text" | "number" | "long_text" | "file";
                /** @description Whose statement, choices or tags hold this; 200 characters at most. */
                q?: string;
                /** @description Which are about this skill of the catalogue. */
                skill?: string;
                /** @description Which bear this tag, whatever its case. */
                tag?: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_question_import: {
        parameters: {
            query: {
                /** @description GIFT, or a table. */
                format: "gift" | "csv";
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        /** @description The file */
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionImport"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_question_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                import_id: components["schemas"]["QuestionImportId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionImportConfirmation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionImport"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_question_tags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_QuestionTag"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_questions: {
        parameters: {
            query?: {
                /** @description Archived ones, or those in use (default: both). */
                archived?: boolean;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Of this kind. */
                kind?: "single" | "multiple" | "true_false" | "short_text" | "number" | "long_text" | "file";
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
                /** @description Whose statement, choices or tags hold this, whatever its case and accents; 200 characters at most. */
                q?: string;
                /** @description Which are about this skill of the catalogue. */
                skill?: string;
                /** @description Which bear this tag, whatever its case. */
                tag?: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_QuestionSummary"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_question: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_question: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                question_id: components["schemas"]["QuestionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_question: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                question_id: components["schemas"]["QuestionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archive_question: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                question_id: components["schemas"]["QuestionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_question_image: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: components["schemas"]["FileId"];
                id: components["schemas"]["OrganisationId"];
                question_id: components["schemas"]["QuestionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_question: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                question_id: components["schemas"]["QuestionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_question_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                question_id: components["schemas"]["QuestionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_QuestionVersion"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_question_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                number: number;
                question_id: components["schemas"]["QuestionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionVersionView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_quizzes: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Quizzes, or assignments (default: both). */
                kind?: "quiz" | "assignment";
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
                /** @description Whose title holds this, whatever its case and accents; 200 characters at most. */
                q?: string;
                /** @description In this state only. */
                status?: "draft" | "published" | "archived";
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_QuizSummary"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_quiz: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuizDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_quiz: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["QuizId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_quiz: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["QuizId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuizDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_quiz: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["QuizId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archive_quiz: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["QuizId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discard_quiz_draft: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["QuizId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    duplicate_quiz: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["QuizId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publish_quiz: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["QuizId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_quiz: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["QuizId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_quiz_revisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["QuizId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_QuizRevisionSummary"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_quiz_revision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                number: number;
                quiz_id: components["schemas"]["QuizId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizRevision"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_sessions: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description That take place on this day or later. */
                from?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
                /** @description Whose title holds these words. */
                q?: string;
                /** @description In this state only. */
                status?: components["schemas"]["TrainingSessionStatus"];
                /** @description That take place on this day or earlier. */
                to?: string;
                /** @description Of this training only. */
                training_id?: components["schemas"]["TrainingId"];
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SessionSummary"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSession"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_session: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_session: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_sheets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AttendanceSheetSummary"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_attendance_anomalies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AttendanceAnomaly"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_attendance: {
        parameters: {
            query: {
                /** @description With `scope=trainee`: who. */
                enrolment_id?: components["schemas"]["EnrolmentId"];
                /** @description In which form. */
                format: "pdf" | "csv" | "xlsx" | "json";
                /** @description What part. */
                scope: "slot" | "week" | "trainee" | "session";
                /** @description With `scope=slot`: which. */
                slot_id?: components["schemas"]["SlotId"];
                /** @description With `scope=week`: any day of it. */
                week?: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_attendance_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file_id: components["schemas"]["FileId"];
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_attendance_proofs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AttendanceProof"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_attendance_proof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttendanceProofDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceProof"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_attendance_proof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                proof_id: components["schemas"]["ProofId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Withdrawal"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceProof"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_session_attendance_settings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAttendanceSettings"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_session_attendance_settings: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes; "0" before the first */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionAttendanceSettingsDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAttendanceSettings"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_attendance_totals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTotals"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_session: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionReason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_certificates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Certificate"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issue_certificates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertificateRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificatesIssued"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_certificate: {
        parameters: {
            query: {
                /** @description The form. */
                format: "pdf" | "json";
            };
            header?: never;
            path: {
                certificate_id: components["schemas"]["CertificateId"];
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replace_certificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificate_id: components["schemas"]["CertificateId"];
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertificateReplacement"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_session: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_contests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AttendanceContest"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_session_courses: {
        parameters: {
            query?: never;
            header: {
                /** @description The version of the session that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionCoursesDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    duplicate_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionCopy"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CopiedSession"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_edof_assistant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EdofAssistant"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_session: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_enrolment_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        /** @description The file */
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentImport"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_enrolment_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                import_id: components["schemas"]["EnrolmentImportId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportConfirmation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentImport"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_enrolments: {
        parameters: {
            query?: {
                /** @description In this state only. */
                status?: components["schemas"]["EnrolmentStatus"];
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Enrolment"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_enrolment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewParticipant"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentDetails"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_enrolment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enrolment_id: components["schemas"]["EnrolmentId"];
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentDetails"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_enrolment: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                enrolment_id: components["schemas"]["EnrolmentId"];
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParticipantDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentDetails"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_convocation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enrolment_id: components["schemas"]["EnrolmentId"];
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    join_enrolment: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                enrolment_id: components["schemas"]["EnrolmentId"];
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrolmentAccount"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentDetails"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    move_enrolment: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                enrolment_id: components["schemas"]["EnrolmentId"];
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrolmentMove"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentDetails"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    plan_session: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_planned_hours: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannedHours"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_session_quizzes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SessionQuiz"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_session_quiz: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionQuizDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionQuiz"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_session_quiz: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["SessionQuizId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionQuizDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionQuiz"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_session_quiz: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["SessionQuizId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_quiz_adjustments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["SessionQuizId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_QuizAdjustment"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_quiz_adjustment: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                enrolment_id: components["schemas"]["EnrolmentId"];
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["SessionQuizId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuizAdjustmentDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizAdjustment"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_quiz_attachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["SessionQuizId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizAttachment"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attach_quiz: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["SessionQuizId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuizAttachmentDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizAttachment"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    detach_quiz: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["SessionQuizId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizAttachment"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_quiz_attempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt_id: components["schemas"]["QuizAttemptId"];
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["SessionQuizId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizAttemptDetails"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_quiz_copies: {
        parameters: {
            query?: {
                /** @description Those that are graded too (default: those that wait only). */
                graded?: boolean;
                /** @description To this question only: one question after the other is graded most evenly. */
                question_id?: components["schemas"]["QuestionId"];
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["SessionQuizId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_QuizCopyAnswer"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_quiz_copy_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                copy_id: components["schemas"]["QuizCopyId"];
                file_id: components["schemas"]["FileId"];
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["SessionQuizId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    grade_quiz_answer: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes; 0 while it waits */
                "If-Match": string;
            };
            path: {
                copy_id: components["schemas"]["QuizCopyId"];
                id: components["schemas"]["OrganisationId"];
                question_id: components["schemas"]["QuestionId"];
                quiz_id: components["schemas"]["SessionQuizId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuizGradeDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizCopyAnswer"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_quiz_correction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["SessionQuizId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuizCorrectionQuestion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizCorrectionPreview"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_quiz_corrections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["SessionQuizId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_QuizCorrection"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    apply_quiz_correction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["SessionQuizId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuizCorrectionDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizCorrectionPreview"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publish_quiz_results: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["SessionQuizId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuizPublication"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizPublished"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_quiz_results: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["SessionQuizId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizResults"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_quiz_results: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["SessionQuizId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_quiz_rules: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["SessionQuizId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuizRulesDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizAttachment"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_quiz_statistics: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                quiz_id: components["schemas"]["SessionQuizId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizStatistics"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_session_readiness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rectify_session: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionCorrection"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopen_session: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionReason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_resources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ResourceView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_resource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceDetails"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_resource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                resource_id: components["schemas"]["ResourceId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceDetails"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_resource: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                resource_id: components["schemas"]["ResourceId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceDetails"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_resource: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                resource_id: components["schemas"]["ResourceId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_resource_file: {
        parameters: {
            query?: {
                /** @description Its number; the newest when it is left out. */
                number?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                resource_id: components["schemas"]["ResourceId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_resource_file_link: {
        parameters: {
            query?: {
                /** @description Its number; the newest when it is left out. */
                number?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                resource_id: components["schemas"]["ResourceId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileLink"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_session_rooms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SessionRoom"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_session_room: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionRoomDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionRoom"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_session_room: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                room_id: components["schemas"]["RoomId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionRoomDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionRoom"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_session_room: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                room_id: components["schemas"]["RoomId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    generate_slots: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlotGeneration"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeneratedSlots"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_slots: {
        parameters: {
            query?: {
                /** @description Cancelled ones only, or those that take place only. */
                cancelled?: boolean;
                /** @description On this day in Paris or later. */
                from?: string;
                /** @description On this day in Paris or earlier. */
                to?: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SlotView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_slot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlotDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotDetails"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_slot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotDetails"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_slot: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlotDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotDetails"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_slot: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_attendance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceSheet"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_sheet: {
        parameters: {
            query?: never;
            header: {
                /** @description The version of the sheet that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceSheet"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    collect_signature: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollectedSignature"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceSheet"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decide_contest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contest_id: components["schemas"]["ContestId"];
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContestDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceSheet"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_signature_links: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinksSent"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_marks: {
        parameters: {
            query: {
                /** @description The enrolment. */
                enrolment_id: components["schemas"]["EnrolmentId"];
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AttendanceMarkEntry"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save_marks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RollCall"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollCallResult"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attach_paper_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaperScan"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceSheet"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rectify_mark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RectificationDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceSheet"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopen_signing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reopening"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceSheet"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnSignature"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceSheet"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_taught_content: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Taught"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceSheet"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_blank_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_slot: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionReason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotDetails"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_attendance_qr: {
        parameters: {
            query?: {
                /** @description Morning or afternoon; the one under way unless said. */
                part?: components["schemas"]["HalfDayPart"];
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceQr"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rectify_slot: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlotCorrection"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotDetails"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_slot_trainers: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
                slot_id: components["schemas"]["SlotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlotTrainersDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotDetails"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_session: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionStart"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_validation_grid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationGrid"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save_validations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValidationBatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenValidations"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_validations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                session_id: components["schemas"]["TrainingSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValidationBatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationPreview"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_trainings: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
                /** @description Whose title holds this, whatever its case and accents; 200 characters at most. */
                q?: string;
                /** @description In this state only. */
                status?: components["schemas"]["TrainingStatus"];
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TrainingSummary"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_training: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrainingDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_training: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                training_id: components["schemas"]["TrainingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_training: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                training_id: components["schemas"]["TrainingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrainingDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_training: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                training_id: components["schemas"]["TrainingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archive_training: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                training_id: components["schemas"]["TrainingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compare_revisions: {
        parameters: {
            query: {
                /** @description The older one. */
                from: number;
                /** @description The newer one. */
                to: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                training_id: components["schemas"]["TrainingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionComparison"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_coverage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                training_id: components["schemas"]["TrainingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingCoverage"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discard_training_draft: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                training_id: components["schemas"]["TrainingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publish_training: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                training_id: components["schemas"]["TrainingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_training: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, in quotes */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrganisationId"];
                training_id: components["schemas"]["TrainingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_revisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                training_id: components["schemas"]["TrainingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RevisionSummary"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_revision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                number: number;
                training_id: components["schemas"]["TrainingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_validation_proposals: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
                /** @description Of this session only. */
                session_id?: components["schemas"]["TrainingSessionId"];
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ValidationProposal"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decide_validation_proposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                proposal_id: components["schemas"]["ProposalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationProposal"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_entry_replies: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
                /** @description Those that wait for their answer, those that wait too long, or those that have it; all by default. */
                state?: "open" | "overdue" | "answered";
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ReceivedReply"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answer_entry_reply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                reply_id: components["schemas"]["ReplyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedReply"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_validations: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Rows per page, 1 to 100 (50 by default). */
                limit?: number;
                /** @description About this person only. */
                person_id?: components["schemas"]["PersonId"];
            };
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ValidationView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_validation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateValidation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_validation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                validation_id: components["schemas"]["ValidationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryProof"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_evidence_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidence_id: components["schemas"]["EvidenceId"];
                id: components["schemas"]["OrganisationId"];
                validation_id: components["schemas"]["ValidationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_validation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrganisationId"];
                validation_id: components["schemas"]["ValidationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeValidation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_passport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckPassport"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedNumber"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_passport_file: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The file as it is */
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedPassportFile"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_shared_proof: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenSharedProof"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    view_passport_share: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenPassportShare"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedPassport"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_profiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_profile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Public id of the profile */
                profile_id: components["schemas"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileView"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_status_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                list: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vc+jwt": string;
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_verification_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationKeys"];
                };
            };
            /** @description Refused or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
