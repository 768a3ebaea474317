/// Every piece of text that the page shows of its own accord. A language has all of them; `{name}` is filled in.
package enum Phrase: String, CaseIterable, Sendable {
    // Frame
    case skip, places, rota, demand, people, requests, rules, print, keys, close
    case noScriptRefresh
    // Coming in, and the page about oneself
    case signIn, signInHelp, login, loginHelp, password, newPassword, oldPassword, passwordHelp, setPassword
    case welcome, linkFirst, linkInvitation, linkReset, yourName, demo, demoIntro, demoEnter
    case me, signedInAs, signOut, yourRoles, noRoles, sessions, sessionsIntro, thisBrowser, endSession, lastSeen
    case unknownBrowser, browserOn, changePassword
    case tokens, tokensIntro, tokenOnce, tokenNote, noTokens, tokenName, tokenRights, makeToken, revokeToken
    case crew, crewIntro, crewEmpty, crewUnit, crewShow, crewManage, inviteMake, inviteLogin, resetMake
    case roleGive, roleEnd, roleChoose, linkMade, linkOnce, rolesHere, crewNone
    case roleMember, rolePlanner, roleLead, roleRecordsKeeper, roleMedicalKeeper, roleAdministrator
    case rightReadRotas, rightChangeRotas, rightReadPeople, rightChangePeople, rightReadRecords, rightChangeRecords
    case rightReadMessages, rightChangeMessages, rightReadSystem
    // Head of the rota
    case period, draft, noDraft, buildNumber, drafts, draftLine, runningLine, interruptedLine
    case supersedes, printedAt, versionLine
    // Building
    case buildRota, timeLimit, stopBuild, seconds30, minute1, minutes5
    case stateRunning, stateFinished, stateStopped, stateInterrupted, stateWaiting, elapsed, ranFor, othersRunning
    case watchBuild, firstSteps, noRotaKept
    case announceLegal, announceEnded, announceLost
    // Figures
    case penalty, bound, gap, noFigure, perfect, provenBest, provenGap, noBound, notLegal, notLegalCount
    case curveLabel
    // Grid
    case gridLabel, person, off, away, marked, wish, pinned, today, weekend, cover, have, want
    case hours, nights, weekends, balance, hoursLong, nightsLong, weekendsLong, balanceLong, short, over
    case legend, legendHard, legendSoft, legendWish, legendPin, legendAway, crossingTimes
    // Explaining
    case explainHint, goTo, goToDay, explain, serves, servesNothing, misses, missesNothing, instead, notAllowed
    case noChange, alsoFixes, costsNothing, cheaper, dearer, offDuty
    // Findings
    case findings, findingsNone, findingsLater, breaches, missed, breachTag
    // Changing a draft by hand
    case setDuty, pin, pinHelp, unpin, undo, redo, branch, branchHelp, branchOf, byHand, stateByHand, proposal, keep
    case leave, range, rangeHelp
    case editOne, editPin, editUnpin, editCells, editNothing, editHard, editCosts, editNoChange, editCheaper, editDearer
    case editBy, overtakenOne, overtakenMore, keyLetters, keyOff, keyPin, keyRange, keyCopy, keyUndo
    // Demand, people, requests, rules
    case demandIntro, date, atLeast, atMost, wanted, demandExact, demandRange
    case peopleIntro, everyDay, awayOn, wishCount, wishCountOne, noQualifications, heldUntil, heldFrom
    case pickPerson, showPerson, personDays, with, alone, noRotaForPerson, personTotals
    case requestsIntro, requestsNone, wishShiftOn, wishShiftOff, wishDayOff, wishDayOn, weight, granted, notGranted
    case notYetKnown
    case wishPrice, wishTitle, wishIntro, wishNone, wishCell, wishFree, wishCosts, wishCostsAtMost, wishSaves
    case wishSavesAtLeast, wishImpossible, wishNotFound
    case rulesIntro, rulesHard, rulesSoft, rulesNone, sourceIs, rulesPrices, ruleKept, ruleBroken, ruleCosts
    case rangeOfDays
    // Keys
    case keysIntro, keyArrows, keyEnds, keyPages, keyEnter, keyEscape, keyBuild, keyStop, keyGoTo, keyNextFinding
    case keyPrint, keyHelp, singleKeys
    // Print
    case printA4, printA3, printNow, printBack, printNoRota, printWeek, printAllWeeks, printEverybody, monthPrint
    case rotaAsCSV, rotaAsJSON, takeFile, takeFileTitle, takeFileHelp, files
    case renewTitle, renewIntro, renewNothing, renewOpen, renewBack, renewJoined, renewLeft, renewWishes, renewAway
    case renewHeld, renewSetup, renewPast, periodWishLeftOut
    // Hours that were worked
    case restForeseenOwn, restForeseenOther, restOverlapOwn, restOverlapOther, hoursForeseenOwn, hoursForeseenOther,
        restUnrested, sheetTitle, sheetShow, sheetPlanned, sheetWorked, sheetPlannedHours, sheetBreaks,
        sheetWorkedHours, sheetDifference, sheetSum, sheetSign, sheetSignWords, sheetCountersign,
        sheetCountersignWords, sheetUnsigned, sheetUncountersigned, sheetSigned, sheetStale, sheetNotOver,
        sheetChanged, monthHoursTitle, monthHoursIntro, monthHours, monthOpen, monthToSign, monthSigned, monthStale,
        restRecord, restRecordLink, restBack, restTitle, restShip, restFlag, restNumber, restSeafarer, restRank,
        restMonth, restWatchkeeper, restOnDate, restInDay, restInWeek, restFaults, restComment, restLegendWork,
        restLegendSkipped, restLegendTwice, restFaultA, restFaultB, restFaultC, restFaultD, restAgreed, restMaster,
        restSigned
    // Messages
    case messages, messagesInbox, messagesOwed, messagesSent, messagesNone, messagesNoneOwed, messagesNoneSent
    case messagesOlder, messageNew, messageUrgent, messageTo, messageAndMore, messageYou, messageRetracted, messageMore
    case communicationStatus, statusSent, statusReceived, statusRead, statusAnswered, statusDeleted, statusOverdue
    case statusRetracted, statusUnknown, statusPassedOn, answerUntil, answerOverdue, answered, answeredLate
    case answerSuperseded, answerWaived, answerField, answerSend, writeBack, writeBackField, deleteCopy, restoreCopy
    case copyDeleted, retract, retractUnread, retractRead, waive, waiveHint, toEverybody, toWatch, toRank
    case composeTitle, composeUnit, composeShow, composeTo, composeChosen, composeEverybody, composeWatch, composePeople
    case composeText, composeUrgent, composeConfidential, composeWants, composeChoices, composeWithin, composeNeed
    case composeChain, composeRemind, composeSend, composeNoText, composeNobody, composeNoDeadline, composeAsk
    case within15, within30, within60, within240, within1440, within4320, needEverybody, composeNoCount
    case chainNobody, chainLead, chainWatch, messagesLive, messageQueued, writeTo
    case reachTitle, reachIntro, reachWays, reachNone, reachPush, reachPushHint, reachPushed, reachPushNo, reachMail
    case reachMailHint, reachMailNo, reachHook, reachHookHint, reachSecret, reachRemove, reachGone, reachQuiet
    case reachQuietHint, reachFrom, reachUntil, reachSave, reachName, reachAddress, reachAdd, reachTitleOfMail
    case toldMessage, toldMessages, toldConfidential, toldReminder, toldUrgent, toldLook
    case composeLink, composeNoLink
    case coverDate, coverShow, coverTitle, coverIntro, coverFind, coverOpenShift, coverNoShifts, coverCalls, coverLook,
        coverBegun,
        coverNobody
    case coverQuestion, coverYes, coverNo, coverTaken, coverOver, coverOrder, coverCandidates, coverHow, coverInTurn
    case coverAll, coverFor, coverStart, coverFacts, coverAwarded, coverEndedNobody, coverWithdrawn, coverLooking
    case coverYours, coverIsYours, coverOwn, coverState, coverStarted, coverWithdraw, coverLedger, coverNotAsked
    case coverAsked, coverSaidYes, coverSaidNo, coverSilent
    case noticeExchange, noticePublished, noticeAmended, noticeMore, noticeGranted, noticeRefused
    case buildPart, buildPartHelp, buildPartFirst, buildPartLast, buildPartPeople
    case copiesTitle, copiesIntro, copiesNone, copiesEmpty, copiesAll, copiedAt
    // Publishing, and what is published
    case plan, publish, publishTitle, publishHard, publishFirst, publishAgainst, publishCounts, publishSame, publishNote
    case publishNoteHint, publishOnce, publishBack, changeLine, changesTitle, changesNone, changesFirst, changesFrom
    case publishedVersion, publishedBy, publishedSupersedes, publishedNone, publishedLabel, publishedAt, versions
    case versionsNone, versionsOlder, versionsInForce, lookBack
    // Comparing
    case compare, compareIntro, compareFirst, compareSecond, compareNone, compareCosts, compareWhat, compareDifference
    case compareHard, compareNothingMissed, compareSameShifts, compareCounts, compareDays, compareByPerson, compareByDay
    case comparePenalty, compareDemand, compareAbsences, comparePins, compareEligibility, compareEmployment
    case compareOverlaps, compareBroken, compareMoreBroken, compareFewerBroken, compareMore, compareLess, compareSame
    case compareDearer, compareCheaper, compareEqual, compareBreaksMore, compareBreaksFewer, compareOthers
    case changeOfPerson
    // Repairing
    case repair, repairIntro, repairVersionIntro, repairWho, repairFrom, repairTo, repairFind, repairNoReason
    case repairCredit, repairLegal, repairNoneExists, repairNoneFound, repairNobody, repairDisturbs
    case repairDisturbsMany, repairLine, keyRepair, repairPenalty, repairMends, repairTake, repairTakeVersion
    case repairBack, repairCell
    // Today
    case placeToday, todayNext, todayOn, tonight, tomorrow, inTime, endsIn, hoursMinutes, minutesAlone, inDays
    case todayNone, todayFree, todayDays, myMonth, monthName, monthBefore, monthAfter, notPublished
    // Why one's own day is as it is
    case whyTitle, whyIntro, whyNothing, whyCover, whyCoverAsked, whyBack, whyLink
    // One's own calendar
    case calendarTitle, calendarIntro, calendarFeeds, calendarNone, calendarFor, calendarForHelp, calendarMake
    case calendarOpen, calendarOpenHelp, calendarFetched, calendarNotFetched, calendarName, calendarShift
    // What units' rotas are made of, and new periods
    case setup, planDrafts, planPlaces, setupEveryDay, setupNoSuchRegion, setupOf, setupSave, setupIntro, setupStart,
        setupStartHint,
        starterThree, starterTwo, starterLast, setupNobody
    case setupPeople, setupToCrew, setupChange, setupShifts, setupShiftsNone, setupShiftsIntro
    case setupNewShift, setupLetter, setupFrom, setupUntil, setupColour, setupNight, setupUnpopular
    case setupNeeds, setupNoTime, setupShiftIncomplete, setupDemandNone, setupDemandIntro, setupShift
    case setupNoShift, setupWho, setupAnybody, setupHolidaysShort, setupFewer, weightsUsual, weightsMuch
    case weightsNever, weightsOwn, setupNewRow, setupException, setupNewException, setupExceptionHint
    case setupNeed, setupNoneNeeded, setupNoCount, setupNoDate, setupSwapped, setupNoRow, setupTwice
    case setupHolidays, setupHoliday, setupHolidaysIntro, setupRegion, setupNoRegion, setupRegionHint
    case setupOwnHolidays, setupRulesNone, setupRulesIntro, ruleSets, ruleSetSays, ruleSetLimits, ruleOwn
    case ruleOwnNone, ruleChange, ruleRemove, ruleRemoveOne, ruleAdd, ruleHowMany, ruleHowLong
    case ruleHoursHint, ruleDays, ruleShifts, ruleWhich, ruleAllShifts, ruleNights, ruleSome, ruleSequence
    case ruleAfter, ruleThen, ruleDay, ruleNoDay, ruleWork, ruleAny, ruleANight, ruleNoNight, ruleNot
    case ruleWeekdays, ruleStartingHint, ruleOne, ruleOther, ruleFair, ruleMeasure, ruleTolerance, ruleFor
    case ruleEveryone, ruleStrict, ruleStrictHint, ruleHard, ruleSoft, ruleWeight, ruleSource, ruleNoNumber
    case ruleNoHours, ruleNoLimit, ruleMissing, kindShiftsInARow, kindDaysOffInARow, kindTotalMinutes
    case kindShiftCount, kindMinutesInWindow, kindRest, kindForbiddenSequence, kindWishedSequence
    case kindWeekendsWorked, kindWeekendsInARow, kindCompleteWeekends, kindSameShiftInWeekend, kindNoWork
    case kindAlternatingWork, kindTogether, kindApart, kindQualifiedOnShift, kindQualificationNeeded
    case kindFairness, periods, periodNew, periodReady, periodNotReady, periodIntro, periodDates
    case periodWeeks, periodOpen, periodNoWeeks, periodWith, periodLeftOut
    // What people ask for themselves, and their accounts of the year
    case offlineTitle, offlineIntro, offlineAsOf, leaveTitle, leaveBalance, leaveShow, leaveHint, yearLeave
    case askDayOff, askDayOn, askShiftOn, askShiftOff, askLeave, askTitle, askIntro, askDo, askWish, askComing, askNone,
        attendance, attendTitle, attendBefore, attendAfter, attendUntold, attendToCome, attendSince, attendLate,
        attendEarly, attendOvertime, attendLeftEarly, attendHandover, attendNoHandover, attendTold, attendToldWhy,
        attendTakenBack, attendOn, attendOff, attendPause,
        attendResume, attendOthers, attendHint, attendEnter, attendFieldOn, attendFieldOff, attendFieldNote, attendKeep,
        attendNoTime, attendNothing, attendLoose, ownHours, ownHoursSum, ownHoursShifts, ownHoursNone, ownHoursExtra,
        ownHoursLink,
        askPast, askWaits, askWithdraw, askBadDate, askUntil, askClosed, noticeRequests, noticeRequestsSoon,
        setupRequests, setupRequestsIntro, setupRequestsNone, setupRequestsAsk, setupRequestsFirst, setupRequestsLast,
        setupRequestsUntil, setupRequestsLine, setupRequestsNoDate
    // Stations, who is on watch, who is missing, and who is back
    case stationTitle, stationLine, stationNoLine, stationWaiting, stationRevoked, stationCodeForm, stationNoCode
    case stationFailed, stationKept, stationIsOn, stationIsPaused, stationHere, stationNeedsScripts
    case stationHereAlone, stationRefused
    case stationPair, stationPairIntro
    case stationPairDo, stationWho, stationFind, stationHereOpen, stationCode, stationDigits, stationBack, stationRub
    case stationActs, stationOn, stationOff, stationPause, stationResume, stationTakenOn, stationTakenOff
    case stationTakenPause, stationTakenResume, stationOnAlready, stationOffAlready, stationNoPause, stationNoResume
    case stationWrong, stationSlowed, stationTooOld, stationAgain, stationUnsigned, stationGuessed
    case stationsTitle, stationsIntro, stationsMade, stationsAll, stationsNone, stationsRevoked, stationsUnpaired
    case stationsSeen, stationsSeenSkewed, stationsCode, stationsRevoke, stationsAdd, stationsAddIntro, stationsWhere
    case stationsName, stationsAddDo, graceTitle, graceIs, graceNone, graceChange, graceIntro, graceField
    case codeTitle, codeDone, codeIntro, codeIsSet, codeIsNone, codeField, codeHelp, codeSet, codeRemove
    case watchTitle, watchTitleShort, watchAsOf, watchCount, watchNobody, watchHere, watchElsewhere, watchSince
    case watchPaused, watchMissing, watchWrite, watchPrint, watchHint
    case alarmText, alarmTextRepairs, alarmTitle, alarmIntro, alarmIsOpen, alarmIsPresent, alarmIsAway, alarmIsOver
    case alarmOpen, alarmTextSee
    case alarmCover, alarmCoverBegun, alarmRepairs, alarmAskFirst, alarmKnown, alarmKnownWords, alarmKnownDo
    case attendBreaks, alarmsTitle, pressesTitle, pressLine, pressDoubtful, pressWrongCode, pressSlowed, pressUnknown,
        pressTooOld
    case backTitle, backIntro, backField, backSay, backAgree, backAsked, backAgreed, backTold, backWaits
    case exchanges, exchangesIntro, exchangeAsked, exchangeYes, exchangeNo, exchangeMine, exchangeFind
    case exchangeOpen, exchangeOpenNone, exchangeTake, exchangeAll, exchangeOf, exchangeLegal
    case exchangeNobody, exchangeAsk, exchangeGift, exchangeBack, exchangeGone, exchangeIllegal
    case exchangesToDecide, exchangesToDecideIntro, exchangesNoneToDecide, exchangeApprove, exchangeRefuse
    case exchangeStateAsked, exchangeStateAgreed, exchangeStateDone, exchangeStateDeclined
    case exchangeStateWithdrawn, exchangeStateRefused, swapYours, swapTheirs, swapBoth, giveYours
    case giveTheirs, giveBoth, takeYours, takeBoth, exchangesWaiting, exchangesWaitingToDecide
    case setupExchanges, setupExchangesFree, setupExchangesAsk, setupExchangesIntro, setupExchangesHow
    case setupExchangesAsked, setupExchangesAtOnce, yearTitle, yearOf, yearIntro, yearOwn, yearFair
    case yearUnpopular, yearMade, yearGranted, yearPresence, yearDays, yearRange, yearEntries, yearNoEntries
    case yearEnter, yearEnterHint, yearYear, yearNote, yearNothing, yearNoNote
    // What runs out
    case expiry, expiryOwn, expiryOf, expiryIn, expiryOwnIntro, expiryIntro, expiryInIntro, expiryNone,
        expiryLastDays, expirySealed, expiryOpen, expiryEndless, expiryUntil, expiryAbout, expiryBetween,
        expiryNotBefore, expiryToday, expiryTomorrow, expiryInDays, expiryYesterday, expiryAgo, expiryDuty,
        expiryFor, expiryIssued, expiryNumbered, expiryThere, expiryUse, expiryUseRange, expiryUseCounted,
        expiryToCome, expiryRenew, expiryCount, expiryTell, expiryAddPaper, expiryAddSupply, expiryNewPaper,
        expiryNewSupply, expiryPaper, expirySupply, expiryPaperIntro, expirySupplyIntro, expiryDates,
        expiryRenewHint, expiryNoNewLastDay, expiryNoLastDay, expiryIssuer, expiryNumber, expiryNeed, expiryNeedNothing,
        expiryNeedDuty, expiryNeedFor,
        expiryStock, expiryOn, expiryQuantity, expiryMeasure, expiryUseUsual, expiryUseLeast, expiryUseMost,
        expiryUseHint, expiryNoAmount, expiryWhat, expiryRenewed, expiryCorrected, expiryCounted, expiryDelivered,
        expiryEnded, expiryKeep, expiryFrom, expiryTable, expiryNotEligibleTitle, expiryNotEligible,
        expiryNotEligibleFrom, expiryAllEligible, noticeExpiry, noticeExpiryTomorrow, noticeExpiryToday,
        noticeExpiryGone, noticeExpiryMay, noticeExpirySealed, noticeExpirySealedOf
    // Problems
    case problemBack
    // People's files
    case categoryIdentity, categoryContact, categoryRank, categoryQualifications, categoryContracts, categoryTraining
    case categoryConduct, categoryHealth, categorySupplies, classUnit, classLeads, classKeepers, classSealed
    case validFrom, validUntil, sizeBytes, sizeKilobytes, sizeMegabytes, typePDF, typePicture, typeText
    case cardFile, cardAway, cardFitness, cardGlass, cardDetails, cardNothing
    // The details of a person
    case detailsOf, detailsIntro, detailsName, detailsID, detailsIDHint, detailsUnits, detailsRanks, detailsContracts
    case detailsQualifications, detailsRank, detailsContract, detailsQualification, detailsNone, detailsFrom,
        detailsUntil
    case hoursFile, changesCount, outline, outlineIntro, outlineOrganisation, outlinePartOf, outlineWhole,
        outlineParent,
        outlineZone, outlineWeek
    case outlineNewUnit, outlineNew, outlineShare, outlineShareHint, outlineChanged
    case contactTitle, contactHint, detailsSave, detailsBack, detailsChanged, personAdd
    case fileOf, fileOwn, fileIntro, fileOwnIntro, fileNone, fileOlder, fileRead, fileDownload, fileReadings, filesHint
    case entryWritten, entryFiles, entrySealed, entrySuperseded, entryContested, entryContests, entrySupersedes
    case entrySupersededBy, entryContestedBy, entryAttachments, entryNew, entryCategory, entryTitle, entryText,
        entryClass
    case entryClassUsual, entryFrom, entryUntil, entryAttach, entryWrite
    case supersedeTitle, supersedeHint, supersedeDo, contestTitle, contestHint, contestDo
    case eraseTitle, eraseHint, eraseSure, eraseDo
    case ownIntro, ownSince, ownUnits, ownRanks, ownShifts, ownAccount, ownReadings, ownEntries, ownNone
    case search, searchFor, searchDo, searchHint, searchEntries, searchNothing, searchMore
    case settings, retention, retentionHint, retentionYears, retentionStart, retentionWriting, retentionLeaving
    case retentionSet
    // Absences, fitness, broken glass, who looked
    case awayTitle, awayOwn, awayIntro, awayOwnIntro, awayNone, awayNothing, awayRequests, awayGrant, awayRefuse
    case awayAll, awayRecords, awayOpen, awayShow, awayFirst, awayLast, awayFrom, awayUntil, awayKind, awayReason
    case awayReasonHint, awayAsk, awayNote, absenceAsked, absenceGranted, absenceRefused, kindHoliday, kindIllness
    case kindFamily, kindTraining, kindDuty, kindOther, openHint, openedAway, openedOwnAway, openedFitness
    case openedNote, openedOwnNote, openedNothing, openedBack, fitnessTitle, fitnessFit, fitnessLimited
    case fitnessUntil, fitnessDecisions, fitnessDecided, fitnessDecide, fitnessIs, fitnessWithLimits, fitnessNot
    case fitnessLimits, fitnessAgain, fitnessReason, fitnessReasonHint, limitNights, limitAlone, limitHeights
    case limitLifting, limitDriving, limitShort, glassTitle, glassIntro, glassCategory, glassTime, glassMinutes
    case glassReason, glassReasonHint, glassBreak, readings, readingsIntro, readingsAll, readingsNone
    case readingsEarlier, readingYou, readingOf, readingOwn, readingRole, readingGlass, notices, noticesUnseen
    case noticeGlass, noticeOwnGlass, noticeSee, glassOverYou, glassBroken, glassTerm
    // The sign-in provider, one more device, somebody's account
    case providerSignIn, providerOnward, providerWait, providerGoOn, providerInstead
    case providerConnected, providerConnectHelp, providerConnect, providerDisconnect, providerStays
    case pairing, pairingIntro, pairingMake, pairingOpen, pairingType, pairTitle, pairIntro, pairCode
    case accountOpen, accountTitle, accountIntro, accountNone, accountPassword, accountProvider, accountBoth,
        accountNoWay
    case accountDisabled, accountDisable, accountDisableHelp, accountEnable, accountEnableHelp, accountNoSession
    case accountNoToken, accountSessions, accountTokens, accountCalendars, accountBack
}

extension Phrase {
    /// The names between braces that a text asks to be filled in.
    package static func placeholders(in text: String) -> Set<String> {
        var names: Set<String> = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let end = rest[open...].firstIndex(of: "}") {
            names.insert(String(rest[rest.index(after: open)..<end]))
            rest = rest[rest.index(after: end)...]
        }
        return names
    }
}
