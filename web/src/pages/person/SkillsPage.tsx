import { Button, Stack, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo, useRef, useState } from "react";
import { SkillPicker } from "@/features/catalog";
import {
  DeclareForm,
  MySkills,
  mySkillsQuery,
  type PickedSkill,
  useDeclarations,
} from "@/features/passport";
import { visibilityQuery } from "@/features/sharing";
import { useTranslation } from "@/i18n/passport";
import { paths } from "@/lib/paths";
import type { Names } from "@/record/drift";
import { namesIn, namesOf } from "@/record/namesUrl";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";
import { Panel } from "@/ui/Panel";
import { PassportNav } from "./PassportNav";

const route = getRouteApi("/guarded/mes-competences");

/** One's skills: find one in plain words, say how well one masters it, see them all. */
export function SkillsPage() {
  const { t } = useTranslation();
  const names = namesOf(route.useSearch());
  const navigate = route.useNavigate();
  const onNames = (chosen: Names) =>
    navigate({ search: namesIn(chosen), replace: true, resetScroll: false });
  const skills = useQuery(mySkillsQuery);
  const { declare } = useDeclarations();
  const [picked, setPicked] = useState<PickedSkill | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const taken = useMemo(
    () => new Set(skills.data?.items.filter((s) => s.declared_level).map((s) => s.code)),
    [skills.data],
  );
  const [added, setAdded] = useState<string | null>(null);
  const close = (label: string | null) => {
    setPicked(null);
    setAdded(label);
    picker.current?.focus();
  };
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("mySkills.title")} lead={t("mySkills.lead")} />
      </div>
      <PassportNav />
      <Panel>
        <SkillPicker
          label={t("declare.picker")}
          placeholder={t("declare.placeholder")}
          taken={taken}
          takenHint={t("declare.taken")}
          inputRef={picker}
          onPick={(code, label) => setPicked({ code, label })}
        />
        {picked ? (
          <DeclareForm
            key={picked.code}
            picked={picked}
            declare={declare}
            onDone={() => close(picked.label)}
            cancel={
              <Button variant="default" onClick={() => close(null)}>
                {t("action.cancel")}
              </Button>
            }
          />
        ) : null}
        <VisuallyHidden role="status">
          {added === null ? "" : t("declare.added", { label: added })}
        </VisuallyHidden>
      </Panel>
      <Hidden />
      <MySkills names={names} onNames={onNames} />
    </Stack>
  );
}

/** What comes after a first skill: deciding whether recruiters may find it. */
function Hidden() {
  const { t } = useTranslation();
  const skills = useQuery(mySkillsQuery).data;
  const visibility = useQuery(visibilityQuery).data;
  if (!skills?.items.length || visibility?.visible !== false) return null;
  return (
    <Notice
      icon="eye"
      title={t("mySkills.hidden")}
      actions={
        <Button component={Link} to={paths.visibility} variant="default" size="sm">
          {t("mySkills.toVisibility")}
        </Button>
      }
    >
      {t("mySkills.hiddenHelp")}
    </Notice>
  );
}
