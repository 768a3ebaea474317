internal import CrewRecords

extension RecordClass: SQLStorable {}
extension AttachmentType: SQLStorable {}
extension RetentionRule.Start: SQLStorable {}
