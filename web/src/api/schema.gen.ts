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
        /** Has the publisher asked for its archive now. What comes of it is in the history; one at a time. */
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
    "/api/v1/me/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every skill of the caller's passport: what they declare, what was validated, and what counts in the search. */
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
         *     organisation bears is refused (`siret_taken`).
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The token of the mail. */
        Acceptance: {
            token: string;
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
        /** @description An address. */
        Address: {
            email: string;
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
        /** @description A line whose code says something else in the catalogue of today. */
        CatalogDifference: {
            /** @description Whether the release in place has it. */
            active: boolean;
            code: string;
            /** @description Its name today. */
            now: string;
            replaced_by?: components["schemas"]["MatchedSkill"] | null;
            subject: components["schemas"]["CatalogDifferenceSubject"];
            /** @description Its name when this was written. */
            then: string;
        };
        /**
         * @description What a difference is about.
         * @enum {string}
         */
        CatalogDifferenceSubject: "job" | "skill";
        /** @description What an import means for those who use the catalogue. */
        CatalogEffect: {
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
        /** @description A course that would close a gap. */
        ClosingCourse: {
            id: components["schemas"]["CourseId"];
            title: string;
        };
        /**
         * @description Every error code the API can answer. Wire form: snake case.
         * @enum {string}
         */
        Code: "invalid_request" | "malformed_json" | "unsupported_media_type" | "body_too_large" | "request_timeout" | "method_not_allowed" | "not_found" | "precondition_required" | "stale" | "cross_origin" | "too_many_requests" | "overloaded" | "unavailable" | "search_unavailable" | "internal" | "unauthenticated" | "invalid_credentials" | "totp_required" | "invalid_totp" | "email_not_confirmed" | "too_many_attempts" | "invalid_token" | "totp_already_enabled" | "totp_not_started" | "forbidden" | "recruiter_required" | "recruiter_not_verified" | "already_member" | "last_admin" | "invitation_for_another" | "organisation_suspended" | "siret_taken" | "illegal_transition" | "nothing_to_publish" | "own_skill_taken" | "in_use" | "already_recruiter" | "company_not_active" | "search_quota_reached" | "profile_quota_reached" | "too_many_saved_searches" | "rebuild_running" | "import_running" | "downloads_off" | "skill_retired" | "too_many_skills" | "self_validation" | "already_revoked" | "too_many_blocked_companies" | "stale_policy";
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
        /** @description A circumstance in which a job is done. */
        ContextOfJob: {
            /** @description The group it is listed under. */
            category: string;
            /** @description Its code. */
            code: string;
            /** @description Its name. */
            label: string;
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
        /** @description The company a person wants to recruit for. */
        CreateCompany: {
            /** @description The establishment's number; spaces, dots and hyphens are ignored. */
            siret: string;
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
        /** @description An entry of ESCO, the European classification. */
        EscoLink: {
            /** @description Its French name; empty where the publisher gives none. */
            label: string;
            /** @description Its address, which is also its identifier. */
            uri: string;
        };
        /** @description A skill that no result holds. */
        ExclusionBody: {
            /** @description Code of the skill, digits. */
            skill: string;
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
        /**
         * Format: uuid
         * @description A level grid of an organisation, whatever its version.
         */
        GridId: string;
        /** @description The newest version of a grid. */
        GridView: {
            id: components["schemas"]["GridId"];
            name: string;
            steps: components["schemas"]["StepView"][];
            /** Format: int32 */
            version: number;
        };
        /** @description One result. */
        HitView: components["schemas"]["ProfileView"] & {
            coverage?: components["schemas"]["CoverageView"] | null;
            /** @description One line per criterion, in the order of the request. */
            match: components["schemas"]["MatchView"][];
        };
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
            /** @description Its establishment number. */
            siret?: string | null;
            siret_check?: components["schemas"]["RegisterCheck"] | null;
        };
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
            appellations: components["schemas"]["Labelled"][];
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
        /** @description The skill of the catalogue an own skill is. */
        LinkOwnSkill: {
            /** @description Code of a skill of the release in place. */
            skill: string;
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
        /** @description The caller's company, if any. */
        MyCompanyView: {
            company?: components["schemas"]["CompanyView"] | null;
        };
        /** @description One of the person's organisations. */
        MyOrganisation: {
            id: components["schemas"]["OrganisationId"];
            name: string;
            role: components["schemas"]["Role"];
            status: components["schemas"]["Status"];
        };
        /** @description One skill of one's own passport, with its whole history. */
        MySkill: {
            /** @description Whether the catalogue in place still has it. */
            active: boolean;
            /** @description Its code. */
            code: string;
            /**
             * Format: int32
             * @description The level the person declares, 1 to 4.
             */
            declared_level?: number | null;
            /** @description Its label today; for a skill the catalogue lost, the label it had. */
            label: string;
            searchable?: components["schemas"]["SearchableView"] | null;
            /** @description Every validation ever recorded, newest first. */
            validations: components["schemas"]["MyValidation"][];
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
            /** @description As it was then. */
            organisation_name: string;
            /** @description Whether the step means acquired. */
            passing: boolean;
            /** Format: date-time */
            revoked_at?: string | null;
            step_name: string;
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
        Page_MySkill: {
            /** @description The rows. */
            items: {
                /** @description Whether the catalogue in place still has it. */
                active: boolean;
                /** @description Its code. */
                code: string;
                /**
                 * Format: int32
                 * @description The level the person declares, 1 to 4.
                 */
                declared_level?: number | null;
                /** @description Its label today; for a skill the catalogue lost, the label it had. */
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
        Page_ValidationView: {
            /** @description The rows. */
            items: {
                comment?: string | null;
                /**
                 * Format: int32
                 * @description Place of the step on the common scale, if any.
                 */
                common_level?: number | null;
                /**
                 * Format: date
                 * @description Last day on which it counts (Europe/Paris).
                 */
                expires_on?: string | null;
                grid_id: components["schemas"]["GridId"];
                /** Format: int32 */
                grid_version: number;
                id: components["schemas"]["ValidationId"];
                /** @description Codes of the training's jobs. */
                jobs: string[];
                /** @description The organisation as it signed then, and what the registers said of it that day. */
                organisation: components["schemas"]["Issuer"];
                /** @description Whether the step means acquired. */
                passing: boolean;
                person_id: components["schemas"]["PersonId"];
                revocation?: components["schemas"]["Revocation"] | null;
                skill: components["schemas"]["ValidatedSkill"];
                /**
                 * Format: int32
                 * @description Place of the step in that version, counted from 0.
                 */
                step: number;
                step_name: string;
                /** Format: date-time */
                validated_at: string;
                /** @description The trainer. */
                validator_id: components["schemas"]["PersonId"];
            }[];
            /** @description Where the next page starts; null on the last one. */
            next_cursor?: string | null;
        };
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
        /**
         * @description A kind of place in the catalogue.
         * @enum {string}
         */
        PlaceKind: "letter" | "domain" | "job" | "family";
        /** @description The body of every refusal and failure. */
        Problem: {
            /** @description Stable code for programs. */
            code: components["schemas"]["Code"];
            /** @description What is there now, when the change started from an older version; its form is that of the operation's answer. */
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
        /** @description A match that was refused. */
        RefusalView: {
            reason: string;
            /** Format: date-time */
            refused_at: string;
            skill: components["schemas"]["MatchedSkill"];
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
            reason_code: string;
            /** Format: date-time */
            revoked_at: string;
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
        /**
         * @description Where an archive came from.
         * @enum {string}
         */
        Source: "file" | "download" | "starter" | "api";
        /** @description How to bring the catalogue up to date. */
        StartCatalogImport: {
            /** @description Apply a release although its lists are shorter: for someone who has read what a dry run says. */
            accept_losses?: boolean;
            /** @description Only compare, and tell in the history what would change. */
            dry_run: boolean;
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
        TrainingChangeProperty: "label" | "appellation" | "jobs" | "scale" | "target" | "pass" | "link" | "minutes" | "modality" | "skills";
        /**
         * @description What a difference is about.
         * @enum {string}
         */
        TrainingChangeSubject: "field" | "job" | "skill" | "course";
        /** @description What a revision says. */
        TrainingContent: {
            certification: components["schemas"]["TrainingCertification"];
            courses: components["schemas"]["TrainingCourse"][];
            /** @description Where the catalogue says something else today. */
            differences: components["schemas"]["CatalogDifference"][];
            jobs: components["schemas"]["TrainingJob"][];
            /**
             * Format: int32
             * @description How long all courses take together.
             */
            minutes: number;
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
        /** @description A skill of a training. */
        TrainingSkill: {
            /** @description Whether it is central to one of these jobs today. */
            core: boolean;
            /** @description Whether it is on the rise in one of them today. */
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
            /** @description The skill, course or job concerned, as the content names it. */
            subject: string;
        };
        /**
         * @description Kinds of warnings.
         * @enum {string}
         */
        TrainingWarningKind: "skill_without_course" | "course_without_skill" | "retired_job" | "retired_skill" | "archived_course";
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
         * Format: uuid
         * @description One validation entry.
         */
        ValidationId: string;
        /** @description A validation as the organisation that recorded it sees it. Names and labels are those of that day. */
        ValidationView: {
            comment?: string | null;
            /**
             * Format: int32
             * @description Place of the step on the common scale, if any.
             */
            common_level?: number | null;
            /**
             * Format: date
             * @description Last day on which it counts (Europe/Paris).
             */
            expires_on?: string | null;
            grid_id: components["schemas"]["GridId"];
            /** Format: int32 */
            grid_version: number;
            id: components["schemas"]["ValidationId"];
            /** @description Codes of the training's jobs. */
            jobs: string[];
            /** @description The organisation as it signed then, and what the registers said of it that day. */
            organisation: components["schemas"]["Issuer"];
            /** @description Whether the step means acquired. */
            passing: boolean;
            person_id: components["schemas"]["PersonId"];
            revocation?: components["schemas"]["Revocation"] | null;
            skill: components["schemas"]["ValidatedSkill"];
            /**
             * Format: int32
             * @description Place of the step in that version, counted from 0.
             */
            step: number;
            step_name: string;
            /** Format: date-time */
            validated_at: string;
            /** @description The trainer. */
            validator_id: components["schemas"]["PersonId"];
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
    list_my_skills: {
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
}
