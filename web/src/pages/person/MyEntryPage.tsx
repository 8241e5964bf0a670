import { Stack } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { asProblem } from "@/api/problem";
import { MyEntry } from "@/features/passport/own/MyEntry";
import { useTranslation } from "@/i18n/entryProof";
import { NotFound } from "@/shell/NotFound";
import { PageTitle } from "@/ui/PageTitle";
import { PassportNav } from "./PassportNav";

const route = getRouteApi("/guarded/mes-competences/validations/$entry");

const NOT_FOUND = [404, 422];
const isMissing = (error: unknown): boolean => NOT_FOUND.includes(asProblem(error).status);

/** An entry of one's own passport, with its proof. */
export function MyEntryPage() {
  const { t } = useTranslation();
  const { entry } = route.useParams();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <MyEntry
        key={entry}
        entry={entry}
        missing={<NotFound />}
        isMissing={isMissing}
        heading={({ entry: { skill } }) => (
          <>
            <div>
              <PageTitle
                title={t("entryProof.title", { skill: skill.label })}
                tab={t("entryProof.tab", { skill: skill.label })}
              />
            </div>
            <PassportNav />
          </>
        )}
      />
    </Stack>
  );
}
