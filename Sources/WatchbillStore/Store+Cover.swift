package import CrewMessages
package import CrewRecords
package import RotaModel

/// Cover calls: a free shift is offered, the first yes gets it, and the rota is amended in the same transaction.
extension Store {
    /// Begins a cover call. The offers go out when it is looked after, which is at once.
    ///
    /// - Throws: `Refusal` unless the caller publishes the unit's rota. `StoreError`: `tooMany` if one is open for that shift.
    @discardableResult
    package func startCover(_ new: NewCover, for caller: Caller, at now: Instant) async throws -> CoverCallID {
        precondition(!new.candidates.isEmpty, "There is somebody to ask.")
        return try await write { book in
            try book.permit(caller, to: PublishRota.self, on: new.unit)
            guard let person = caller.person else { throw Refusal.forbidden }
            let open = try book.covers(
                "unitID = ? AND date = ? AND shift = ? AND state = 'open'", new.unit, new.date, new.shift
            ).filter { $0.leaver == new.leaver }
            guard open.isEmpty else {
                throw StoreError(.tooMany, "Cover is being looked for already, for that shift.")
            }
            let demand = AnswerDemand(choices: new.choices, need: .answers(1), deadline: new.closesAt)
            let message = try book.messages.insert(
                sender: person, root: nil, addressed: nil, text: new.text, link: nil, at: now, isUrgent: true,
                isConfidential: false, demand: demand, due: nil)
            try book.messages.number(message, for: person)
            let id = try book.cover.insert(new, message: message, by: person, at: now)
            try book.lookAfter(id, at: now)
            return id
        }
    }

    /// A cover call, for those who publish the unit's rota and for those to whom it was offered: these see no others.
    package func cover(_ id: CoverCallID, for caller: Caller) async throws -> StoredCover {
        try await read { book in
            guard let cover = try book.covers("id = ?", id).first else { throw Refusal.hidden }
            return try book.shown(cover, to: caller)
        }
    }

    /// The cover call by which a message was sent; nil: it is an ordinary one.
    package func cover(of message: MessageID, for caller: Caller) async throws -> StoredCover? {
        try await read { book in
            let person = try book.permit(caller, to: ReadMessages.self, on: try book.subject(caller)).subject.person
            guard let cover = try book.covers("messageID = ?", try book.known(message, to: person)).first else {
                return nil
            }
            return try book.shown(cover, to: caller)
        }
    }

    /// The newest cover calls of the units whose rotas the caller publishes.
    package func covers(limit: Int, for caller: Caller) async throws -> [StoredCover] {
        try await read { book in
            try book.covers("id > 0 ORDER BY id DESC LIMIT 200").filter {
                book.permits(caller, to: PublishRota.self, on: $0.unit)
            }.prefix(limit).map(\.self)
        }
    }

    /// The answer of somebody who was asked. With a yes that is the first, the shift is theirs and the rota amended.
    ///
    /// - Parameters:
    ///   - answer: as the message's choices have it.
    ///   - judged: of a yes: legal.
    /// - Throws: `Refusal.hidden` unless it was offered to the caller. `StoreError`, `changedMeanwhile`, if another rota is in
    ///   force by now and the shift is still to be had.
    package func answerCover(
        _ id: CoverCallID, _ answer: String, with judged: JudgedExchange?, for caller: Caller, at now: Instant
    ) async throws -> CoverReply {
        try await write { book in
            let person = try book.permit(caller, to: AskShifts.self, on: try book.subject(caller)).subject.person
            guard var cover = try book.covers("id = ?", id).first,
                cover.call.offers.contains(where: { $0.person == person && $0.offeredAt != nil })
            else { throw Refusal.hidden }
            let verdict = cover.call.answer(judged != nil, by: person, at: now)
            var version: Int?
            switch verdict {
            case .awarded:
                guard let judged else { break }
                let taken =
                    cover.leaver.map {
                        ExchangeProposal(asker: $0, other: person, date: cover.date, shift: cover.shift)
                    } ?? ExchangeProposal(asker: person, date: cover.date, shift: cover.shift)
                let former = try book.inForce(judged, of: taken, in: cover.unit)
                version = try book.amend(former, judged.rota, by: person, note: "Cover call \(id)", at: now)
            case .noted: break
            case .theirsAlready, .taken, .over, .notAsked: return CoverReply(verdict: verdict)
            }
            if let copy = try book.messages.copies("messageID = ? AND personID = ?", cover.message, person).first {
                let state = try book.messages.state(of: copy.copy.id)
                if state.answer == nil { try book.messages.note(.answered(answer), of: copy.copy.id, at: now) }
            }
            try book.settle(cover, at: now)
            return CoverReply(verdict: verdict, version: version)
        }
    }

    /// Ends a cover call without anybody.
    package func withdrawCover(_ id: CoverCallID, for caller: Caller, at now: Instant) async throws {
        try await write { book in
            guard var cover = try book.covers("id = ?", id).first else { throw Refusal.hidden }
            try book.permit(caller, to: PublishRota.self, on: cover.unit)
            guard cover.call.end == nil else { return }
            cover.call.withdraw(at: now)
            try book.settle(cover, at: now)
        }
    }

    /// Does what is to be done of cover calls by then: the next is asked, or it ends with nobody.
    ///
    /// - Returns: how many there were.
    package func lookAfterCovers(at now: Instant, limit: Int, for caller: Caller) async throws -> Int {
        try await write { book in
            try book.permit(caller, to: DeliverMessages.self, on: WholeOrganisation())
            let due = try book.covers("dueAt <= ? ORDER BY dueAt, id LIMIT ?", now, limit)
            for cover in due { try book.lookAfter(cover.id, at: now) }
            return due.count
        }
    }
}

extension Book {
    var cover: CoverTable { CoverTable(connection, organisation) }

    fileprivate func covers(_ condition: String, _ values: any SQLStorable...) throws -> [StoredCover] {
        switch values.count {
        case 0: try cover.all(condition, naming: name)
        case 1: try cover.all(condition, values[0], naming: name)
        case 2: try cover.all(condition, values[0], values[1], naming: name)
        default: try cover.all(condition, values[0], values[1], values[2], naming: name)
        }
    }

    /// The whole for whoever publishes the unit's rota; for somebody to whom it was offered, their own part.
    fileprivate func shown(_ cover: StoredCover, to caller: Caller) throws -> StoredCover {
        if permits(caller, to: PublishRota.self, on: cover.unit) { return cover }
        let person = try permit(caller, to: ReadMessages.self, on: try subject(caller)).subject.person
        guard cover.call.offers.contains(where: { $0.person == person && $0.offeredAt != nil }) else {
            throw Refusal.hidden
        }
        var own = cover
        own.candidates = cover.candidates.filter { $0.person == person }
        own.call = CoverCall(
            cover.call.order, startedAt: cover.call.startedAt, closesAt: cover.call.closesAt,
            offers: cover.call.offers.filter { $0.person == person }, end: cover.call.end)
        return own
    }

    /// The cover calls by which somebody's shift is offered and nobody has it yet.
    func openCovers(
        of leaver: PersonID, _ date: CalendarDate, _ shift: ShiftTypeID, in unit: UnitID
    ) throws -> [CoverCallID] {
        try covers("unitID = ? AND date = ? AND shift = ? AND state = 'open'", unit, date, shift)
            .filter { $0.leaver == leaver }.map(\.id)
    }

    /// Ends a cover call, since whoever was missing has come: nobody else is asked, and those who were are told.
    ///
    /// - Returns: what there is to say of it.
    func takeBack(_ id: CoverCallID, at now: Instant) throws -> String? {
        guard var cover = try covers("id = ?", id).first else { return nil }
        switch cover.call.end {
        case nil:
            cover.call.withdraw(at: now)
            try settle(cover, at: now)
            return "Nobody else is asked any more."
        case .awarded(let winner, _): return "\(try name(of: winner)) has the shift by the rota: settle it with both."
        default: return nil
        }
    }

    /// Offers what is to be offered now, or ends the call.
    fileprivate func lookAfter(_ id: CoverCallID, at now: Instant) throws {
        guard var cover = try covers("id = ?", id).first, cover.call.end == nil else { return }
        for action in cover.call.actions(at: now) {
            switch action {
            case .offer(let person):
                cover.call.note(offerTo: person, at: now)
                try deliver(cover.message, to: person, link: 0, at: now)
            case .endWithNobody: cover.call.endWithNobody(at: now)
            }
        }
        try settle(cover, at: now)
    }

    /// Keeps a cover call as it is now; tells those concerned if it has ended.
    fileprivate func settle(_ cover: StoredCover, at now: Instant) throws {
        guard let end = cover.call.end else {
            // After a no the next one is asked at once.
            let isMore = !cover.call.actions(at: now).isEmpty
            return try self.cover.note(cover, due: isMore ? now : cover.call.next(after: now))
        }
        try self.cover.note(cover, due: nil)
        for copy in try messages.copies("messageID = ?", cover.message) {
            let state = try messages.state(of: copy.copy.id)
            guard state.answer == nil, state.supersededAt == nil else { continue }
            try messages.note(.superseded, of: copy.copy.id, at: now)
        }
        let link = "/cover/\(cover.id)"
        var notices: [Notice] = []
        if case .awarded(let winner, _) = end {
            let day = "\(cover.shift) on \(cover.date)"
            let name = try self.name(of: winner)
            notices.append(Notice(to: winner, "\(day) is yours: the rota has it.", link: "/today", isUrgent: true))
            notices.append(Notice(to: cover.startedBy, "\(name) takes \(day).", link: link, isUrgent: true))
            if let leaver = cover.leaver {
                notices.append(Notice(to: leaver, "\(name) takes your \(day).", link: "/today"))
            }
            notices += cover.call.offers.filter { $0.offeredAt != nil && $0.person != winner }.map {
                Notice(to: $0.person, "\(day) is taken. Thank you.", link: link)
            }
        } else if case .nobody = end {
            notices.append(
                Notice(
                    to: cover.startedBy, "Nobody takes \(cover.shift) on \(cover.date).", link: link, isUrgent: true))
        } else {
            notices += cover.call.offers.filter { $0.offeredAt != nil && $0.answer == nil }.map {
                Notice(
                    to: $0.person, "Nobody is needed for \(cover.shift) on \(cover.date) any more. Thank you.",
                    link: link)
            }
        }
        try tell(notices, at: now)
    }
}
