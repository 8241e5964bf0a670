import { NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useEffect, useState } from "react";
import { organisationFiles } from "@/api/files";
import type { FileCard, Resource, ResourceKind, TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/attachments";
import { formatMoment } from "@/lib/format";
import { Choices } from "@/ui/Choices";
import { FileUpload, type Underway } from "@/ui/FileUpload";
import { useFirstFocus } from "@/ui/useFirstFocus";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { VersionedForm } from "@/ui/VersionedForm";
import { useAttachments } from "./attachmentQueries";
import { instantOfMoment, type Moment, MomentFields, momentOf } from "./MomentFields";

interface Values extends Record<string, unknown> {
  kind: ResourceKind;
  title: string;
  url: string;
  /** A file that was just sent. */
  file_id: FileCard | null;
  session_course_id: string;
  visible_from: Moment;
}

const valuesOf = (one: Resource): Values => ({
  kind: one.kind,
  title: one.title,
  url: one.url ?? "",
  file_id: null,
  session_course_id: one.session_course_id ?? "",
  visible_from: momentOf(one.visible_from),
});

interface Props {
  organisation: string;
  session: TrainingSession;
  resource?: Resource;
  onDone: () => void;
  onCancel: () => void;
}

/** A resource: what it is, where it is, from when trainees see it. */
export function ResourceForm({ organisation, session, resource, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const { resources } = useAttachments(organisation, session.id);
  const first = useFirstFocus<HTMLInputElement>();
  const [underway, setUnderway] = useState<Underway>(null);
  const form = useForm<Values>({
    initialValues: resource
      ? valuesOf(resource)
      : {
          kind: "file",
          title: "",
          url: "",
          file_id: null,
          session_course_id: "",
          visible_from: momentOf(null),
        },
    validate: {
      title: (value) => (value.trim() === "" ? t("form.required") : null),
      url: (value, { kind }) =>
        kind !== "file" && value.trim() === "" ? t("resource.urlMissing") : null,
      file_id: (value, { kind }) => {
        if (underway === "sending") return t("upload.awaited");
        return kind === "file" && !resource && value === null ? t("resource.fileMissing") : null;
      },
    },
  });
  const { clearFieldError } = form;
  useEffect(() => {
    // What was waited for has arrived, or will not.
    if (underway === null) clearFieldError("file_id");
  }, [underway, clearFieldError]);
  const submission = useVersionedForm<Resource, Values>({
    form,
    current: resource,
    valuesOf,
    send: (values, version) => {
      const body = {
        kind: values.kind,
        title: values.title.trim(),
        session_course_id: values.session_course_id === "" ? null : values.session_course_id,
        visible_from: instantOfMoment(values.visible_from),
        position: null,
        url: values.kind === "file" ? null : values.url.trim(),
        file_id: values.kind === "file" ? (values.file_id?.id ?? null) : null,
      };
      return resource ? resources.write({ id: resource.id, version }, body) : resources.add(body);
    },
    onDone,
  });
  const { values } = form;
  return (
    <VersionedForm
      submission={submission}
      factsOf={(theirs) => [
        [t("resource.title"), theirs.title],
        [t("resource.url"), theirs.url ?? ""],
        [
          t("resource.visibleFrom"),
          theirs.visible_from ? formatMoment(theirs.visible_from) : t("resource.atOnce"),
        ],
      ]}
      submit={t(resource ? "action.save" : "resource.add")}
      onCancel={onCancel}
    >
      {resource ? null : (
        <Choices<ResourceKind>
          legend={t("resource.kindLegend")}
          value={values.kind}
          choices={(["file", "link", "video"] as const).map((kind) => ({
            value: kind,
            label: t(`resource.kind.${kind}`),
          }))}
          onChange={(kind) => form.setFieldValue("kind", kind)}
        />
      )}
      <TextInput
        ref={first}
        label={t("resource.title")}
        required
        maxLength={200}
        {...form.getInputProps("title")}
      />
      {values.kind === "file" ? (
        <FileUpload
          label={t(resource ? "resource.newFile" : "resource.file")}
          description={resource ? t("resource.newFileHelp") : t("resource.fileHelp")}
          path={organisationFiles(organisation)}
          purpose="session_resource"
          value={values.file_id}
          onChange={(card) => {
            form.setFieldValue("file_id", card);
            if (card && form.values.title.trim() === "") {
              form.setFieldValue("title", card.name.replace(/\.[^.]+$/, ""));
            }
          }}
          onUnderway={setUnderway}
          {...(typeof form.errors.file_id === "string" ? { error: form.errors.file_id } : {})}
        />
      ) : (
        <TextInput
          type="url"
          label={t("resource.url")}
          description={resource ? t("resource.urlHelp") : undefined}
          placeholder="https://"
          required
          maxLength={2000}
          {...form.getInputProps("url")}
        />
      )}
      <NativeSelect
        size="md"
        label={t("resource.course")}
        data={[
          { value: "", label: t("resource.wholeSession") },
          ...session.courses.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        {...form.getInputProps("session_course_id")}
      />
      <MomentFields
        label={t("resource.visibleFrom")}
        description={t("resource.visibleHelp")}
        value={values.visible_from}
        error={typeof form.errors.visible_from === "string" ? form.errors.visible_from : null}
        onChange={(moment) => form.setFieldValue("visible_from", moment)}
      />
    </VersionedForm>
  );
}
