// Made by script/holidays; not to be changed by hand.
// The facts are those of the Python package holidays 0.109, by the Vacanza Team and contributors (MIT licence).
// swift-format-ignore-file

extension HolidayTable {
    /// Public holidays of the years 2024 to 2040 as holidays 0.109 has them, for `ParsedHolidays`.
    static var text: String {
        #"""
2024-2040
easter|240331 250420 260405 270328 280416 290401 300421 310413 320328 330417 340409 350325 360413 370405 380425 390410 400401
pascha|240505 250420 260412 270502 280416 290408 300428 310413 320502 330424 340409 350429 360420 370405 380425 390417 400506
=AF|Afghanistan
Liberation Day|02-15
First Day of Ramadan (estimated)|260218 270208 280128 290116 300105 301226 311215 321204 331123 341112 351101 361020 371010 380930 390919 400907
First Day of Ramadan|240311 250301
Eid al-Fitr (estimated)|260320 260321 260322 270309 270310 270311 280226 280227 280228 290214 290215 290216 300204 300205 300206 310124 310125 310126 320114 320115 320116 330102 330103 330104 331223 331224 331225 341212 341213 341214 351201 351202 351203 361119 361120 361121 371108 371109 371110 381029 381030 381031 391019 391020 391021 401007 401008 401009
Eid al-Fitr|240410 240411 240412 250330 250331 250401
Mojahedin's Victory Day|04-28
Day of Arafah (estimated)|260526 270515 280504 290423 300412 310401 320321 330310 340228 350217 360206 370125 380115 390104 391225 401213
Eid al-Adha (estimated)|260527 260528 260529 270516 270517 270518 280505 280506 280507 290424 290425 290426 300413 300414 300415 310402 310403 310404 320322 320323 320324 330311 330312 330313 340301 340302 340303 350218 350219 350220 360207 360208 360209 370126 370127 370128 380116 380117 380118 390105 390106 390107 391226 391227 391228 401214 401215 401216
Day of Arafah|240616 250606
Eid al-Adha|240617 240618 240619 250607 250608 250609
Islamic Emirate Victory Day|240814 250815 260815 270815 280814 290814 300815 310815 320814 330814 340815 350815 360814 370814 380815 390815 400814
Afghanistan Independence Day|08-19
Prophet's Birthday (estimated)|260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
American Withdrawal Day|08-31
Prophet's Birthday|240916 250905
=AX|Åland Islands
New Year's Day|01-01
Epiphany|01-06
Good Friday|easter-2
Easter Sunday|easter+0
Easter Monday|easter+1
May Day|05-01
Ascension Day|easter+39
Pentecost|easter+49
Åland's Autonomy Day|06-09
Midsummer Eve|06-19fri
Midsummer Day|06-20sat
All Saints' Day|10-31sat
Independence Day|12-06
Christmas Eve|12-24
Christmas Day|12-25
Second Day of Christmas|12-26
=AL|Albania
New Year's Day|01-01 01-02
New Year's Day (observed)|270104 280103 280104 330103 330104 340103 380104 390103 390104 400103
Eid al-Fitr (observed, estimated)|280228 330104 351203 371109 401008
Eid al-Fitr (estimated)|270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Summer Day|03-14
Public Holiday|240315
Summer Day (observed)|260316 270315 320315 370316 380315
Nowruz Day|03-22
Nowruz Day (observed)|250324 260323 310324 360324 370323
Eid al-Fitr (observed)|250331
Catholic Easter Sunday|easter+0
Catholic Easter Sunday (observed)|easter+1
Eid al-Fitr|240410 250330 260320
International Workers' Day|05-01
International Workers' Day (observed)|270503 320503 330502 380503 390502
Orthodox Easter Sunday|pascha+0
Orthodox Easter Sunday (observed)|240506 250421 260413 270504 280417 290409 300429 310414 320504 330425 340410 350430 360421 370406 380426 390418 400507
Eid al-Adha (estimated)|270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha (observed, estimated)|270517 300415 350219 380118
Eid al-Adha|240616 250606 260527
Eid al-Adha (observed)|240617
Mother Teresa Canonization Day|09-05
Mother Teresa Canonization Day (observed)|260907 270906 320906 370907 380906
Alphabet Day|11-22
Alphabet Day (observed)|251124 261123 311124 361124 371123
Flag and Independence Day|11-28
Flag and Independence Day (observed)|261130 271130 321130 371130 381130
Liberation Day|11-29
Liberation Day (observed)|251201 261201 311201 361201 371201
National Youth Day|12-08
National Youth Day (observed)|241209 291210 301209 351210 401210
Christmas Day|12-25
Christmas Day (observed)|271227 321227 331226 381227 391227
=DZ|Algeria
New Year's Day|01-01
Amazigh New Year|01-12
Eid al-Fitr (estimated)|240410 240411 240412 250330 250331 250401 260320 260321 260322 270309 270310 270311 280226 280227 280228 290214 290215 290216 300204 300205 300206 310124 310125 310126 320114 320115 320116 330102 330103 330104 331223 331224 331225 341212 341213 341214 351201 351202 351203 361119 361120 361121 371108 371109 371110 381029 381030 381031 391019 391020 391021 401007 401008 401009
Labor Day|05-01
Eid al-Adha (estimated)|240616 240617 240618 250606 250607 250608 260527 260528 260529 270516 270517 270518 280505 280506 280507 290424 290425 290426 300413 300414 300415 310402 310403 310404 320322 320323 320324 330311 330312 330313 340301 340302 340303 350218 350219 350220 360207 360208 360209 370126 370127 370128 380116 380117 380118 390105 390106 390107 391226 391227 391228 401214 401215 401216
Independence Day|07-05
Islamic New Year (estimated)|240707 250626 260616 270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Ashura (estimated)|240716 250705 260625 270615 280603 290523 300512 310502 320420 330410 340330 350320 360308 370225 380214 390204 400124
Prophet's Birthday (estimated)|240915 250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Revolution Day|11-01
=AS|American Samoa
New Year's Day|01-01
Martin Luther King Jr. Day|01-15mon
Washington's Birthday|02-15mon
American Samoa Flag Day (observed)|270416 320416 330418 380416 390418
American Samoa Flag Day|04-17
Memorial Day|05-25mon
Juneteenth National Independence Day (observed)|270618 320618 330620 380618 390620
Juneteenth National Independence Day|06-19
Independence Day (observed)|260703 270705 320705 370703 380705
Independence Day|07-04
Manu'a Islands Cession Day|07-16
Manu'a Islands Cession Day (observed)|280717 330715 340717 390715
Labor Day|09-01mon
White Sunday|10-08sun
Columbus Day|10-08mon
Veterans Day (observed)|281110 291112 341110 351112 401112
Veterans Day|11-11
Thanksgiving Day|11-22thu
Christmas Day (observed)|271224 321224 331226 381224 391226
Christmas Day|12-25
New Year's Day (observed)|271231 321231 340102 381231 400102
=AD|Andorra
-07|Andorra la Vella
-02|Canillo
-08|Escaldes-Engordany
-04|La Massana
-05|Ordino
-06|Sant Julià de Lòria
New Year's Day|01-01
Epiphany|01-06
Saint Julian's Day|01-07|06
Saint Anthony's Day|01-17|04
Carnival|easter-48
Constitution Day|03-14
Good Friday|easter-2
Easter Monday|easter+1
Labor Day|05-01
Saint Michael of Engolasters' Day|05-07|08
Pentecost Monday|easter+50
Virgin Mary of Canòlich|05-25sat|06
Parish foundation day|06-14sun|08
Saint Peter's Day|06-29|05
Escaldes-Engordany Festival|07-25 07-26|08
Sant Julià de Lòria Festival|07-27mon 07-28tue|06
Andorra la Vella Festival|08-01sat 08-02sun 08-03mon|07
Assumption Day|08-15
Saint Roch's Day|08-16|02
Our Lady of Meritxell|09-08
All Saints' Day|11-01
Immaculate Conception|12-08
Christmas Day|12-25
Saint Stephen's Day|12-26
=AO|Angola
New Year's Day|01-01
Day off for New Year's Day|260102 291231 320102 351231 370102 401231
Day off for Liberation Movement Day|250203 270205 310203 380205
Liberation Movement Day|02-04
Day off for Carnival Day|easter-48
Carnival Day|easter-47
Day off for International Women's Day|290309 330307 350309 390307 400309
International Women's Day|03-08
Day off for Southern Africa Liberation Day|270322 280324 320322 340324 380322
Southern Africa Liberation Day|03-23
Good Friday|easter-2
Peace and National Reconciliation Day|04-04
Day off for Peace and National Reconciliation Day|240405 280403 300405 340403
Day off for International Worker's Day|250502 290430 310502 350430 360502 400430
International Worker's Day|05-01
Day off for National Heroes' Day|240916 260918 300916 370918
National Heroes' Day|09-17
Day off for All Souls' Day|271101 281103 321101 341103 381101
All Souls' Day|11-02
Day off for National Independence Day|251110 271112 311110 321112 361110 381112
National Independence Day|11-11
Christmas and Family Day|12-25
Day off for Christmas and Family Day|251226 291224 311226 351224 361226 401224
=AI|Anguilla
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
Special Public Holiday|250228
James Ronald Webster Day|03-02
James Ronald Webster Day (observed)|240304 250303 300304 310303 360303
Good Friday|easter-2
Easter Sunday|easter+0
Easter Monday|easter+1
Labour Day|05-01
Labour Day (observed)|270503 320503 330502 380503 390502
Whit Monday|easter+50
Anguilla Day|05-30
Anguilla Day (observed)|260601 270531 320531 370601 380531 390531
Celebration of the Birthday of His Majesty the King|06-15mon
August Monday|08-01mon
August Thursday|08-04thu
Constitution Day|08-05fri
National Heroes and Heroines Day (observed)|261218 271217 321217 371218 381217
National Heroes and Heroines Day|12-19
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331227 381227 391227
Boxing Day (observed)|261228 271228 321228 371228 381228
=AQ|Antarctica
New Year's Day|01-01
Midwinter Day|240620 250621 260621 270621 280620 290621 300621 310621 320620 330621 340621 350621 360620 370621 380621 390621 400620
Antarctica Day|12-01
Christmas Day|12-25
=AG|Antigua and Barbuda
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Good Friday|easter-2
Easter Monday|easter+1
Labour Day|05-01mon
Whit Monday|easter+50
Carnival Monday|08-01mon
Carnival Tuesday|08-02tue
Independence Day|11-01
Independence Day (observed)|251103 261102 311103 361103 371102
Sir Vere Cornwall Bird Snr. Day|12-09
Sir Vere Cornwall Bird Snr. Day (observed)|281211 291210 341211 351210 401210
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331227 381227 391227
Boxing Day (observed)|261228 271228 321228 371228 381228
=AR|Argentina
-B|Buenos Aires
-K|Catamarca
-U|Chubut
-C|Ciudad Autónoma de Buenos Aires
-X|Córdoba
-W|Corrientes
-E|Entre Ríos
-Y|Jujuy
-F|La Rioja
-M|Mendoza
-A|Salta
-J|San Juan
-D|San Luis
-Z|Santa Cruz
-V|Tierra del Fuego
-T|Tucumán
New Year's Day|01-01
Commemoration of the Battle of Caseros|02-03|E
Carnival Monday|easter-48
Carnival Tuesday|easter-47
Day of the Death of Juan Facundo Quiroga|02-16|F
Anniversary of the Battle of Salta|02-20|A
Provincial Autonomy Day|03-01|F
Day of Remembrance for Truth and Justice|03-24|F
National Day of Remembrance for Truth and Justice|03-24
Provincial Day of Remembrance for Truth and Justice|03-24|E
Maundy Thursday|easter-3
Good Friday|easter-2
Bridge Public Holiday|240401 240621 241011 250502 250815 251121 260323 260710 261207
Veteran's Day and the Fallen in the Malvinas War|04-02
Great Day of Jujuy|04-27|Y
Plebiscite 1902 Trevelin|04-30|U
Labor Day|05-01
Exaltation of the Holy Cross Day|05-03|D
Birthday of Mamerto Esquiú|05-11|K
La Rioja Foundation Day|05-20|F
May Revolution Day|05-25
Day of the Province of Tierra del Fuego, Antarctica and the South Atlantic Islands|06-01|V
Day of Memory of General Don Martín Miguel de Güemes|06-17|A
Pass to the Immortality of General Don Martín Miguel de Güemes|240617 250616 260615 270621 280617 290617 300617 310616 320621 330617 340617 350617 360616 370615 380621 390617 400617
Anniversary of the Death of General Manuel Belgrano|06-20|W
Pass to the Immortality of General Don Manuel Belgrano|06-20
State Worker's Day|06-27|E
Independence Day|07-09
Saint James' Day|07-25|M
Anniversary of the arrival of the first Welsh settlers|07-28|U
Pachamama Day|08-01|Y
Anniversary of the Death of Enrique Angelelli|08-04|F
Saint John Bosco's Day|08-16|Z
Anniversary of the Death of General José Francisco de San Martín|08-17|W
Pass to the Immortality of General Don José de San Martín|240817 250817 260817 270816 280821 290820 300817 310817 320816 330815 340821 350820 360817 370817 380816 390815 400820
Jujuy Exodus Day|08-23|Y
Catamarca Autonomy Day|08-25|K
Saint Louis the King of France's Day|08-25|D
Miracle Day|09-07|K
Teacher's Day|09-11|J
Feasts of the Lord and the Virgin of Miracle|09-13 09-14 09-15|A
Anniversary of the Battle of Tucumán|09-24|T
Saint Michael the Archangel's Day|09-29|E
Day of the Virgin of the Rosary of Río Blanco and Paypaya|10-07|Y
Respect for Cultural Diversity Day|241012 251012 261012 271011 281016 291015 301012 311012 321011 331010 341016 351015 361012 371012 381011 391010 401015
Anniversary of the Death of Néstor Carlos Kirchner|10-27|Z
Tehuelches and Mapuches declare loyalty to the Argentine flag|11-03|U
Visit of His Holiness Pope Leo XIV|261109
Visit of His Holiness Pope Leo XIV|261110|C X
Visit of His Holiness Pope Leo XIV|261111|B
Anniversary of the Death of Ángel Vicente Peñaloza|11-12|F
Jujuy Political Autonomy Day|11-18|Y
National Sovereignty Day|241118 251124 261123 271120 281120 291119 301118 311124 321120 331120 341120 351119 361124 371123 381120 391120 401119
Selk'Nam Genocide Day|11-25|V
Commemoration of the workers shot in the Patagonian Strikes|12-07|Z
Immaculate Conception|12-08
National Petroleum Day|12-13|U
Christmas Day|12-25
Tinkunaco Festival|12-31|F
=AM|Armenia
New Year's Day|01-01 01-02
Christmas and Epiphany|01-06
Day of Remembrance for the Fallen Defenders of the Fatherland|260127 270127 280127 290127 300127 310127 320127 330127 340127 350127 360127 370127 380127 390127 400127
Army Day|01-28
Women's Day|03-08
Day of Remembrance of the Victims of Armenian Genocide|04-24
Labor Day|05-01
Victory and Peace Day|05-09
Republic Day|05-28
Constitution Day|07-05
Independence Day|09-21
New Year's Eve|12-31
=AW|Aruba
New Year's Day|01-01
Betico Day|01-25
Monday before Ash Wednesday|easter-48
National Anthem and Flag Day|03-18
Good Friday|easter-2
Easter Monday|easter+1
King's Day|240427 250426 260427 270427 280427 290427 300427 310426 320427 330427 340427 350427 360426 370427 380427 390427 400427
Labor Day|240501 250501 260501 270501 280501 290501 300501 310501 320501 330502 340501 350501 360501 370501 380501 390502 400501
Ascension Day|easter+39
Christmas Day|12-25
Second Day of Christmas|12-26
=AU|Australia
-ACT|Australian Capital Territory
-NSW|New South Wales
-NSW-Western|New South Wales Western Division
-NT|Northern Territory
-QLD|Queensland
-SA|South Australia
-TAS|Tasmania
-VIC|Victoria
-WA|Western Australia
New Year's Day|240101 250101 260101 270101 290101 300101 310101 320101 350101 360101 370101 380101
New Year's Day|280101 330101 340101 390101 400101|!TAS
New Year's Day|280103 330103 340102 390103 400102|TAS
New Year's Day (observed)|280103 330103 340102 390103 400102|!. TAS
Australia Day|250126 300126 310126 360126|.
Australia Day|240126 260126 270126 280126 290126 320126 330126 340126 350126 370126 380126 390126 400126
Australia Day|250127 300128 310127 360128|!.
Labour Day|03-01mon|WA
Adelaide Cup Day|03-08mon|SA
Canberra Day|03-08mon|ACT
Eight Hours Day|03-08mon|TAS
Labour Day|03-08mon|VIC
Easter Sunday|270328 280416 290401 300421 310413 320328 330417 340409 350325 360413 370405 380425 390410 400401|!.
Good Friday|easter-2
Easter Saturday|easter-1|!. TAS WA
Easter Sunday|240331 250420 260405|!. TAS
Easter Monday|easter+1
ANZAC Day|270425 320425 380425|!ACT NT QLD
ANZAC Day|240425 250425 260425 280425 290425 300425 310425 330425 340425 350425 360425 370425 390425 400425
ANZAC Day|270426 320426 380426|ACT NT QLD
ANZAC Day (observed)|270426|NSW NSW-Western WA
Easter Sunday (observed)|380426|WA
ANZAC Day (observed)|260427|ACT NSW NSW-Western WA
ANZAC Day (observed)|320426 370427 380426|WA
Labour Day|05-01mon|QLD
May Day|05-01mon|NT
Reconciliation Day|05-27mon|ACT
Western Australia Day|06-01mon|WA
King's Birthday|06-08mon|!. QLD WA
Picnic Day|08-01mon|NT
The Royal Queensland Show|08-10wed|QLD
King's Birthday|240923 250929 260928 270927 280925 290924 300930 310929 320927 330926 340925 350924 360929 370928 380927 390926 400924|WA
Friday before the AFL Grand Final|09-23fri|VIC
King's Birthday|10-01mon|QLD
Labour Day|10-01mon|ACT NSW NSW-Western SA
Melbourne Cup Day|11-01tue|VIC
Boxing Day|261226 271226 321226 371226 381226|!SA TAS
Christmas Day|12-25
Christmas Day (observed)|331226 391226|NT SA WA
Boxing Day|241226 251226 281226 291226 301226 311226 331226 341226 351226 361226 391226 401226|!SA
Boxing Day (observed)|331227 391227|NT WA
Christmas Day (observed)|271227 321227 381227|!.
Christmas Day (observed)|331227 391227|!. NT SA WA
Proclamation Day|12-26|SA
Boxing Day|261228 271228 321228 371228 381228|TAS
Boxing Day (observed)|261228 271228 321228 371228 381228|!. SA TAS
Proclamation Day (observed)|261228 271228 321228 331227 371228 381228 391227|SA
=AT|Austria
New Year's Day|01-01
Epiphany|01-06
Easter Monday|easter+1
Labor Day|05-01
Ascension Day|easter+39
Pentecost Monday|easter+50
Corpus Christi|easter+60
Assumption Day|08-15
National Day|10-26
All Saints' Day|11-01
Immaculate Conception|12-08
Christmas Day|12-25
Saint Stephen's Day|12-26
=AZ|Azerbaijan
New Year's Day|01-01 01-02
Day off (substituted from 12/29/2024)|250103
International Azerbaijanis Solidarity Day (observed)|240103 290103 340103 350103 400103
Day off (substituted from 12/30/2023)|240104
New Year's Day (observed)|270104 280103 280104 330104 330106 340104 380104 390103 390104 400104
Day off (substituted from 01/07/2024)|240105
Martyrs' Day|01-20
Municipal elections|250129
Presidential elections|240207
Eid al-Fitr (observed, estimated)|280228 280229 310127 330105 331226 351203 351204 371110 371112 381101 401009
Eid al-Fitr (estimated)|270309 270310 280226 280227 290214 290215 300204 300205 310124 310125 320114 320115 330102 330103 331223 331224 341212 341213 351201 351202 361119 361120 371108 371109 381029 381030 391019 391020 401007 401008
Women's Day|03-08
Women's Day (observed)|260309 310310 360310 370309
Spring Festival|03-20 03-21 03-22 03-23 03-24
Eid al-Fitr (observed)|260325 260330
Spring Festival (observed)|240325 240326 250325 250326 260326 260327 270325 270326 290326 300325 300326 310325 310326 320325 320326 330325 350326 360325 360326 370325 370326 380325 380326 390325 400326
Day off (substituted from 03/10/2025)|250327
Day off (substituted from 04/01/2025)|250328
Eid al-Fitr|240410 240411 250330 250331 260320 260321
Day off (substituted from 04/06/2024)|240412
Victory over Fascism Day|05-09
Victory over Fascism Day (observed)|260511 270510 320510 370511 380510
Eid al-Adha (estimated)|270516 270517 280505 280506 290424 290425 300413 300414 310402 310403 320322 320323 330311 330312 340301 340302 350218 350219 360207 360208 370126 370127 380116 380117 390105 390106 391226 391227 401214 401215
Eid al-Adha (observed, estimated)|270518 280508 300415 300416 320329 320330 330314 350220 380118 380119 401217
Independence Day|05-28
Independence Day (observed)|280529 330530 340529 390530
National Liberation Day|06-15
Eid al-Adha|240616 240617 250606 250607 260527 260528
National Liberation Day (observed)|240618 250616 300617 310616 360616
Eid al-Adha (observed)|240619 250609 260529
Armed Forces Day|06-26
Day off (substituted from 06/21/2025)|250627
Armed Forces Day (observed)|270628 320628 330627 380628 390627
Victory Day|11-08
National Flag Day|11-09
Victory Day (observed)|251110 261110 311110 361110 371111
National Flag Day (observed)|241111 251111 301111 311111 361111
Day off (substituted from 11/16/2024)|241112
Day off (substituted from 11/23/2024)|241113
Day off (substituted from 12/28/2024)|241230
International Azerbaijanis Solidarity Day|12-31
=BS|Bahamas
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Majority Rule Day|01-10
Majority Rule Day (observed)|260112 270111 320112 370112 380111
Good Friday|easter-2
Easter Monday|easter+1
Whit Monday|easter+50
Randol Fawkes Labour Day|06-01fri
Independence Day|07-10
Independence Day (observed)|270712 320712 330711 380712 390711
Emancipation Day|08-01mon
National Heroes Day|10-08mon
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|331227 391227
Boxing Day (observed)|261228 271227 321227 371228 381227
=BH|Bahrain
New Year's Day|01-01
Eid al-Fitr (estimated)|270309 270310 270311 280226 280227 280228 290214 290215 290216 300204 300205 300206 310124 310125 310126 320114 320115 320116 330102 330103 330104 331223 331224 331225 341212 341213 341214 351201 351202 351203 361119 361120 361121 371108 371109 371110 381029 381030 381031 391019 391020 391021 401007 401008 401009
Eid al-Fitr|240410 240411 240412 250330 250331 250401 260320 260321 260322
Labor Day|05-01
Eid al-Adha (estimated)|270516 270517 270518 280505 280506 280507 290424 290425 290426 300413 300414 300415 310402 310403 310404 320322 320323 320324 330311 330312 330313 340301 340302 340303 350218 350219 350220 360207 360208 360209 370126 370127 370128 380116 380117 380118 390105 390106 390107 391226 391227 391228 401214 401215 401216
Islamic New Year (estimated)|270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Ashura (estimated)|270614 270615 280602 280603 290522 290523 300511 300512 310501 310502 320419 320420 330409 330410 340329 340330 350319 350320 360307 360308 370224 370225 380213 380214 390203 390204 400123 400124
Eid al-Adha|240616 240617 240618 250606 250607 250608 260527 260528 260529
Islamic New Year|240707 250626 260616
Ashura|240716 240717 250705 250706 260625 260626
Prophet's Birthday (estimated)|270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Prophet's Birthday|240915 250904 260825
National Day|12-16 12-17
=BD|Bangladesh
Public Holiday|240107 240805 240806 240807
Mid-Sha'ban (estimated)|270124 280113 290101 291222 301211 311201 321119 331108 341028 351017 361006 370926 380915 390905 400824
Martyrs' Day and International Mother Language Day|02-21
Mid-Sha'ban|240226 250215 260204
Jumu'atul-Wida (estimated)|270305 280225 290209 300201 310117 320109 321231 331216 341208 351130 361114 371106 381022 391014 401005
Laylat al-Qadr (estimated)|270307 280224 290212 300201 310122 320111 321231 331220 341209 351128 361116 371106 381027 391016 401004
Eid al-Fitr (estimated)|270310 270311 270312 280227 280228 280229 290215 290216 290217 300205 300206 300207 310125 310126 310127 320115 320116 320117 330103 330104 330105 331224 331225 331226 341213 341214 341215 351202 351203 351204 361120 361121 361122 371109 371110 371111 381030 381031 381101 391020 391021 391022 401008 401009 401010
Sheikh Mujibur Rahman's Birthday|240317
Independence Day|03-26
Jumu'atul-Wida|240405 250328 260320
Laylat al-Qadr|240407 250328 260317
Eid al-Fitr|240410 240411 240412 250331 250401 250402 260321 260322 260323
Bengali New Year's Day|04-14
May Day|05-01
Eid al-Adha (estimated)|270517 270518 270519 280506 280507 280508 290425 290426 290427 300414 300415 300416 310403 310404 310405 320323 320324 320325 330312 330313 330314 340302 340303 340304 350219 350220 350221 360208 360209 360210 370127 370128 370129 380117 380118 380119 390106 390107 390108 391227 391228 391229 401215 401216 401217
Ashura (estimated)|270616 280604 290524 300513 310503 320421 330411 340331 350321 360309 370226 380215 390205 400125
Eid al-Adha|240617 240618 240619 250607 250608 250609 260528 260529 260530
Ashura|240717 250706 260626
July Mass Uprising Day|250805 260805 270805 280805 290805 300805 310805 320805 330805 340805 350805 360805 370805 380805 390805 400805
Prophet's Birthday (estimated)|270815 280804 290725 300714 310703 320621 330610 340531 350521 360509 370429 380418 390407 400326
National Mourning Day|240815
Prophet's Birthday|240916 250906 260826
Victory Day|12-16
Christmas Day|12-25
=BB|Barbados
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Errol Barrow Day|01-21
Errol Barrow Day (observed)|240122 290122 350122
Good Friday|easter-2
Easter Monday|easter+1
National Heroes Day|04-28
National Heroes Day (observed)|240429 300429
May Day|05-01
May Day (observed)|330502 390502
Whit Monday|easter+50
Emancipation Day|08-01
Emancipation Day (observed)|270803 320803 330802 380803 390802
Kadooment Day|08-01mon
Independence Day|11-30
Independence Day (observed)|251201 311201 361201
Christmas Day|12-25
Boxing Day|12-26
Boxing Day (observed)|271227 321227 381227
Christmas Day (observed)|331227 391227
=BY|Belarus
New Year's Day|01-01 01-02
Day off (substituted from 01/11/2025)|250106
Orthodox Christmas Day|01-07
Women's Day|03-08
Catholic Easter|easter+0
Day off (substituted from 04/25/2026)|260420
Day off (substituted from 04/26/2025)|250428
Labor Day|05-01
Orthodox Easter|pascha+0
Victory Day|05-09
Day off (substituted from 05/18/2024)|240513
Radunitsa (Day of Rejoicing)|pascha+9
Day off (substituted from 07/12/2025)|250704
Independence Day of the Republic of Belarus (Day of the Republic)|07-03
October Revolution Day|11-07
Day off (substituted from 11/16/2024)|241108
Catholic Christmas Day|12-25
Day off (substituted from 12/20/2025)|251226
=BE|Belgium
New Year's Day|01-01
Easter Sunday|easter+0
Easter Monday|easter+1
Labor Day|05-01
Ascension Day|easter+39
Pentecost|easter+49
Pentecost Monday|easter+50
National Day|07-21
Assumption Day|08-15
All Saints' Day|11-01
Armistice Day|11-11
Christmas Day|12-25
=BZ|Belize
New Year's Day|240101 250101 260101 270101 280101 290101 300101 310101 320101 330101 350101 360101 370101 380101 390101
New Year's Day (observed)|340102 400102
George Price Day|240115 250115 260115 270115 280115 290115 300115 310115 320115 330115 350115 360115 370115 380115 390115
George Price Day (observed)|340116 400116
National Heroes and Benefactors Day|240309 260309 300309 370309
National Heroes and Benefactors Day (observed)|250310 270308 280306 290312 310310 320308 330307 340306 350312 360310 380308 390307 400312
Good Friday|easter-2
Holy Saturday|easter-1
Easter Monday|easter+1
Labour Day|240501 250501 260501 270501 280501 290501 300501 310501 320501 340501 350501 360501 370501 380501 400501
Labour Day (observed)|330502 390502
Emancipation Day (observed)|240729 250804 270802 280731 290730 300729 310804 320802 340731 350730 360804 380802 400730
Emancipation Day|260801 330801 370801 390801
Saint George's Caye Day|240910 250910 260910 270910 290910 300910 310910 320910 330910 350910 360910 370910 380910 390910 400910
Saint George's Caye Day (observed)|280911 340911
Independence Day|240921 260921 270921 280921 290921 300921 320921 330921 340921 350921 370921 380921 390921 400921
Independence Day (observed)|250922 310922 360922
Indigenous Peoples' Resistance Day|241012 261012 301012 371012
Indigenous Peoples' Resistance Day (observed)|251013 271011 281009 291015 311013 321011 331010 341009 351015 361013 381011 391010 401015
Garifuna Settlement Day|241119 251119 261119 271119 291119 301119 311119 321119 331119 351119 361119 371119 381119 391119 401119
Garifuna Settlement Day (observed)|281120 341120
Christmas Day|12-25
Boxing Day|241226 251226 261226 281226 291226 301226 311226 331226 341226 351226 361226 371226 391226 401226
Boxing Day (observed)|271227 321227 381227
=BJ|Benin
New Year's Day|01-01
Vodoun Festival|240110 250109 250110 260108 260109 270107 270108 280113 280114 290111 290112 300110 300111 310109 310110 320108 320109 330113 330114 340112 340113 350111 350112 360110 360111 370108 370109 380107 380108 390113 390114 400112 400113
Easter Monday|easter+1
Eid al-Fitr (estimated)|240410 250330 260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Labor Day|05-01
Ascension Day|easter+39
Pentecost Monday|easter+50
Eid al-Adha (estimated)|240616 250606 260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
National Day|08-01
Assumption Day|08-15
Prophet's Birthday (estimated)|240915 250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
All Saints' Day|11-01
Christmas Day|12-25
=BM|Bermuda
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
Good Friday|easter-2
Bermuda Day|05-22fri
National Heroes Day|06-15mon
Emancipation Day|07-28thu
Mary Prince Day|07-29fri
Labour Day|09-01mon
Remembrance Day|11-11
Remembrance Day (observed)|281113 291112 341113 351112 401112
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331227 381227 391227
Boxing Day (observed)|261228 271228 321228 371228 381228
=BT|Bhutan
-15|Thimphu
Winter Solstice|01-02
Traditional Day of Offering|240112 250130 260119 270108 280127 290115 300104 310123 320113 330131 340121 350110 360129 370117 380106 390125 400114
Losar|240210 240211 250228 250301 260218 260219 270207 270208 280226 280227 290214 290215 300203 300204 310222 310223 320212 320213 330302 330303 340219 340220 350209 350210 360228 360229 370216 370217 380205 380206 390224 390225 400213 400214
Birth Anniversary of His Majesty the King|02-21 02-22 02-23
Death Anniversary of Zhabdrung|240418 250507 260426 270416 280504 290423 300512 310502 320420 330508 340428 350417 360505 370425 380414 390503 400421
Birth Anniversary of the 3rd Druk Gyalpo|05-02
Lord Buddha's Parinirvana|240523 250611 260531 270520 280607 290527 300615 310605 320525 330612 340602 350522 360608 370529 380617 390606 400526
Birth Anniversary of Guru Rinpoche|240616 250705 260624 270613 280701 290621 300710 310630 320618 330707 340626 350615 360703 370622 380711 390701 400620
First Sermon of Lord Buddha|240710 250728 260718 270806 280725 290715 300803 310723 320711 330730 340719 350709 360727 370716 380804 390725 400713
Thimphu Drubchoe|240909 250928 260917 271005 280924 290913 301002 310922 320911 330929 340918 351007 360925 370915 381004 390923 400912|15
Thimphu Tshechu|240913 240914 240915 251002 251003 251004 260921 260922 260923 271010 271011 271012 280928 280929 280930 290917 290918 290919 301006 301007 301008 310926 310927 310928 320914 320915 320916 331003 331004 331005 340923 340924 340925 351011 351012 351013 360929 360930 361001 370919 370920 370921 381007 381008 381009 390927 390928 390929 400916 400917 400918|15
Blessed Rainy Day|240923 250923 260923 270924 280923 290923 300923 310924 320923 330923 340923 350924 360923 370923 380923 390924 400923
Dassain (estimated)|271009 280927 291016 301006 311025 321014 331003 341022 351011
Dassain|241012 251002 261021
Coronation of His Majesty the King|11-01
Birth Anniversary of the 4th Druk Gyalpo - Constitution Day|11-11
Descending Day of Lord Buddha|241122 251111 261101 271120 281109 291029 301117 311106 321025 331113 341102 351121 361110 371031 381119 391108 401027
National Day|12-17
=BO|Bolivia
-H|Chuquisaca
-C|Cochabamba
-B|El Beni
-L|La Paz
-O|Oruro
-N|Pando
-P|Potosí
-S|Santa Cruz
-T|Tarija
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Plurinational State Foundation Day|01-22
Plurinational State Foundation Day (observed)|340123 400123
Carnival in Oruro|easter-51|O
Carnival|easter-48 easter-47
Good Friday|easter-2
La Tablada|04-15|T
Labor Day|05-01
Labor Day (observed)|330502 390502
Chuquisaca Day|05-25|H
Corpus Christi|easter+60
Aymara New Year|06-21
Aymara New Year (observed)|260622 370622
La Paz Day|07-16|L
Independence Day|08-06
Independence Day (observed)|280807 340807
Cochabamba Day|09-14|C
Santa Cruz Day|09-24|S
Pando Day|10-11|N
National Dignity Day|10-17
All Souls' Day|11-02
Potosí Day|11-10|P
Beni Day|11-18|B
Christmas Day|12-25
Christmas Day (observed)|331226 391226
=BQ|Bonaire, Sint Eustatius and Saba
-BON|Bonaire
-SAB|Saba
-STA|Sint Eustatius
New Year's Day|01-01
Good Friday|easter-2
Easter Sunday|easter+0
Easter Monday|easter+1
King's Day|240427 250426 260427 270427 280427 290427 300427 310426 320427 330427 340427 350427 360426 370427 380427 390427 400427
Rincon Day|04-30|BON
Bridge Holiday|250502|BON
Labor Day|05-01
Ascension Day|easter+39
Pentecost|easter+49
Emancipation Day|07-01|STA
Carnival Monday|07-25mon|SAB
Bonaire Day|09-06|BON
Statia Day|11-16|STA
Saba Day|12-01fri|SAB
Christmas Day|12-25
Second Day of Christmas|12-26
=BA|Bosnia and Herzegovina
-BRC|Brčko distrikt
-BIH|Federacija Bosne i Hercegovine
-SRP|Republika Srpska
New Year's Day|01-01 01-02
New Year's Day (observed)|340103 400103|BRC BIH
New Year's Day (observed)|280103 330103 390103|BRC SRP
Orthodox Christmas Eve|01-06|BIH SRP
Orthodox Christmas Day|01-07
Orthodox Christmas Day (observed)|240108 290108 350108|BRC
Orthodox New Year|01-14|SRP
Independence Day|03-01|BIH
Day of establishment of Brčko District|03-08|BRC
Day of establishment of Brčko District (observed)|260309 370309|BRC
Catholic Good Friday|easter-2|BIH SRP
Eid al-Fitr (estimated)|250330 260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Eid al-Fitr (estimated)|250331 260321 270310 280227 290215 300205 310125 320115 330103 331224 341213 351202 361120 371109 381030 391020 401008|BIH SRP
Catholic Easter Sunday|easter+0|BIH SRP
Catholic Easter Monday|easter+1
Eid al-Fitr|240410
Eid al-Fitr|240411|BIH SRP
International Labor Day|05-01 05-02
International Labor Day (observed)|330503 390503|BRC BIH
International Labor Day (observed)|270503 320503 380503|BRC SRP
Orthodox Good Friday|pascha-2
Orthodox Easter Sunday|pascha+0|BIH SRP
Orthodox Easter Monday|pascha+1|BIH SRP
Victory Day|05-09|BIH SRP
Eid al-Adha (estimated)|240616 250606 260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha (estimated)|240617 250607 260528 270517 280506 290425 300414 310403 320323 330312 340302 350219 360208 370127 380117 390106 391227 401215|BIH SRP
Dayton Agreement Day|11-21|SRP
Statehood Day|11-25|BIH
Catholic Christmas Eve|12-24|BIH SRP
Catholic Christmas Day|12-25
Catholic Christmas Day (observed)|331226 391226|BRC
=BW|Botswana
New Year's Day|01-01
New Year's Day Holiday|01-02
New Year's Day (observed)|340103 400103
New Year's Day Holiday (observed)|280103 330103 390103
Good Friday|easter-2
Holy Saturday|easter-1
Easter Monday|easter+1
Labour Day|05-01
Labour Day (observed)|330502 390502
Labour Day Holiday|270503 320503 380503
Ascension Day|easter+39
Sir Seretse Khama Day|07-01
Sir Seretse Khama Day (observed)|290702 350702 400702
President's Day|07-15mon
President's Day Holiday|07-16tue
Botswana Day|09-30
Botswana Day (observed)|291002 351002 401002
Botswana Day Holiday|10-01
Botswana Day Holiday (observed)|281002 341002
Public Holiday|241030 241031 260515
Christmas Day|12-25
Boxing Day|12-26
Boxing Day (observed)|271227 321227 381227
Christmas Day (observed)|331227 391227
Boxing Day Holiday|261228 371228
=BR|Brazil
-AC|Acre
-AL|Alagoas
-AP|Amapá
-AM|Amazonas
-BA|Bahia
-CE|Ceará
-DF|Distrito Federal
-ES|Espírito Santo
-GO|Goiás
-MA|Maranhão
-MS|Mato Grosso do Sul
-MG|Minas Gerais
-PA|Pará
-PB|Paraíba
-PR|Paraná
-PE|Pernambuco
-PI|Piauí
-RJ|Rio de Janeiro
-RN|Rio Grande do Norte
-RS|Rio Grande do Sul
-RO|Rondônia
-RR|Roraima
-SC|Santa Catarina
-SP|São Paulo
-Sao-Paulo-Capital|São Paulo Capital
-SE|Sergipe
-TO|Tocantins
Universal Fraternization Day|01-01
State Creation Day|01-04|RO
São Paulo City Anniversary|01-25|Sao-Paulo-Capital
Evangelical Day|240126 250124 260123 270123 280123 290126 300125 310124 320123 330123 340123 350126 360125 370123 380123 390123 400123|AC
Carnival|easter-47|RJ
Pernambuco Revolution of 1817|03-06|PE
International Women's Day|240308 250308 260308 270308 280310 290309 300308 310308 320308 330311 340310 350309 360308 370308 380308 390311 400309|AC
Autonomy Day|03-18|TO
Saint Joseph's Day|03-19|AP CE
Abolition of slavery in Ceará|03-25|CE
Good Friday|easter-2
Our Lady of Penha|easter+8|ES
Founding of Brasilia|04-21|DF
Tiradentes' Day|04-21
Tiradentes' Execution|04-21|MG
Saint George's Day|04-23|RJ
Worker's Day|05-01
Corpus Christi|easter+60|Sao-Paulo-Capital
Founding of Acre|06-15|AC
Evangelical Day|06-18|RO
Saint John's Day|06-24|AL
Saint Peter's Day|06-29|AL
Bahia Independence Day|07-02|BA
Sergipe Political Emancipation Day|07-08|SE
Constitutionalist Revolution|07-09|SP Sao-Paulo-Capital
Saint James' Day|07-25|AP
Foundation of Goiás city|07-26|GO
Maranhão joining to independence of Brazil|07-28|MA
State Founding Day|08-05|PB
Rio Grande do Norte Day|08-07|RN
Santa Catarina State Day|08-11sun|SC
Grão-Pará joining to independence of Brazil|08-15|PA
Our Lady of Assumption|08-15|CE
Elevation of Amazonas to province|09-05|AM
Amazonia Day|240906 250905 260905 270905 280908 290907 300906 310905 320905 330905 340908 350907 360905 370905 380905 390905 400907|AC
Independence Day|09-07
Our Lady of Nativity|09-08|TO
Creation of the Federal Territory|09-13|AP
Political Emancipation of Alagoas|09-16|AL
Gaucho Day|09-20|RS
Uruaçu and Cunhaú Martyrs Day|10-03|RN
State Creation Day|10-05|RR TO
State Creation Day|10-11|MS
Our Lady of Aparecida|10-12
Piauí Day|10-19|PI
Foundation of Goiânia|10-24|GO
All Souls' Day|11-02
Our Lady of Rocio|11-15|PR
Republic Proclamation Day|11-15
Signing of the Petropolis Treaty|241117 251117 261120 271119 281117 291117 301117 311117 321119 331118 341117 351117 361117 371120 381119 391118 401117|AC
National Day of Zumbi and Black Awareness|11-20
Evangelical Day|11-30|AL DF
Saint Catherine of Alexandria Day|11-25sun|SC
Christmas Day|12-25
=VG|British Virgin Islands
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
The Anniversary of the Birth of Hamilton Lavity Stoutt|03-01mon
Good Friday|easter-2
Easter Monday|easter+1
Whit Monday|easter+50
Sovereign's Birthday|06-08fri
Virgin Islands Day|07-01mon
Emancipation Monday|08-01mon
Emancipation Tuesday|08-02tue
Emancipation Wednesday|08-03wed
Heroes and Foreparents Day|10-15mon
The Great March of 1949 and Restoration Day|11-22mon
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331227 381227 391227
Boxing Day (observed)|261228 271228 321228 371228 381228
=BN|Brunei
New Year's Day|01-01
New Year's Day (observed)|270102 320103 340102 380102 400102
Isra' and Mi'raj (estimated)|270106 271226 281214 291204 301123 311113 321101 331021 341010 350930 360918 370908 380829 390818 400806
First Day of Ramadan (observed, estimated)|280129 300107 351103
Lunar New Year (observed)|300207 340220 370216 400213
First Day of Ramadan (estimated)|270208 280128 290116 300106 301226 311216 321204 331124 341113 351102 361021 371010 380930 390920 400908
Isra' and Mi'raj|240208 250127 260117
Lunar New Year|240210 250129 260217 270206 280126 290213 300203 310123 320211 330131 340219 350208 360128 370215 380204 390124 400212
Anniversary of the revelation of the Quran (observed, estimated)|280214 320103 351119
National Day|02-23
Anniversary of the revelation of the Quran (estimated)|270224 280213 290201 300122 310111 320101 321220 331210 341129 351118 361106 371026 381016 391006 400924
National Day (observed)|240224 250224 290224 310224 350224
First Day of Ramadan (observed)|250303
Eid al-Fitr (estimated)|270310 270311 270312 280227 280228 280229 290215 290216 290217 300204 300205 300206 310125 310126 310127 320114 320115 320116 330103 330104 330105 331223 331224 331225 341212 341213 341214 351201 351202 351203 361119 361120 361121 371109 371110 371111 381030 381031 381101 391019 391020 391021 401008 401009 401010
Eid al-Fitr (observed, estimated)|270313 280301 290219 310128 320117 331226 331228 351204 361122 381102 391022
First Day of Ramadan|240312 250302 260219
Anniversary of the revelation of the Quran|240328 250318 260307
Eid al-Fitr|240410 240411 240412 250331 250401 250402 260321 260322 260323
Eid al-Fitr (observed)|240413 260324
Eid al-Adha (observed, estimated)|280506 300415 360209
Eid al-Adha (estimated)|270517 280505 290425 300414 310403 320322 330312 340301 350219 360208 370127 380116 390106 391226 401215
Armed Forces Day|05-31
Armed Forces Day (observed)|240601 260601 300601 370601
Islamic New Year (estimated)|270606 280526 290515 300504 310423 320412 330401 340322 350311 360229 370217 380206 390126 400116
Islamic New Year (observed, estimated)|270607 280527 330402 350312 360301
Eid al-Adha|240617 250607 260527
Islamic New Year|240707 250627 260617
Islamic New Year (observed)|240708 250628
Sultan Hassanal Bolkiah's Birthday|07-15
Sultan Hassanal Bolkiah's Birthday (observed)|290716 330716 350716 390716 400716
Prophet's Birthday (estimated)|270815 280804 290724 300713 310702 320621 330610 340530 350520 360509 370428 380417 390406 400325
Prophet's Birthday (observed, estimated)|270816 280805 330611 350521 360510 400326
Prophet's Birthday (observed)|250906
Prophet's Birthday|240916 250905 260825
Christmas Day|12-25
Christmas Day (observed)|261226 331227 371226 391227
Isra' and Mi'raj (observed, estimated)|271227 331022 351001 380830
=BG|Bulgaria
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
Liberation Day|03-03
Liberation Day (observed)|240304 290305 300304 350305 400305
Labor Day and International Workers' Solidarity Day|05-01
Good Friday|pascha-2
Labor Day and International Workers' Solidarity Day (observed)|270504 320504 330502 380503 390502
Holy Saturday|pascha-1
Easter|pascha+0 pascha+1
Saint George's Day, Day of the Bulgarian Army|05-06
Saint George's Day, Day of the Bulgarian Army (observed)|280508 290507 340508 350507 400508
Day of Slavonic Alphabet, Bulgarian Enlightenment and Culture|05-24
Day of Slavonic Alphabet, Bulgarian Enlightenment and Culture (observed)|250526 260525 310526 360526 370525
Unification Day|09-06
Unification Day (observed)|250908 260907 310908 360908 370907
Independence Day|09-22
Independence Day (observed)|240923 290924 300923 350924 400924
Christmas Eve|12-24
Christmas Day|12-25 12-26
Christmas Day (observed)|261228 271227 271228 321227 321228 331228 371228 381227 381228 391228
Christmas Eve (observed)|281227 331227 341227 391227
Non-working day|251231 260102
=BF|Burkina Faso
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Revolution Day|01-03
Revolution Day (observed)|270104 380104
International Women's Day|03-08
International Women's Day (observed)|260309 370309
Eid al-Fitr (estimated)|250330 260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Easter Monday|easter+1
Eid al-Fitr|240410
Labour Day|05-01
Labour Day (observed)|330502 390502
Ascension Day|easter+39
Eid al-Adha (estimated)|240616 250606 260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Independence Day|08-05
Independence Day (observed)|290806 350806 400806
Assumption Day|08-15
Assumption Day (observed)|270816 320816 380816
Mawlid (estimated)|240915 250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Martyrs' Day|10-31
Martyrs' Day (observed)|271101 321101 381101
All Saints' Day|11-01
All Saints' Day (observed)|261102 371102
Proclamation of Independence Day|12-11
Proclamation of Independence Day (observed)|331212 391212
Christmas Day|12-25
Christmas Day (observed)|331226 391226
=BI|Burundi
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Eid al-Fitr (observed, estimated)|330103 371109 401008
Unity Day|02-05
Unity Day (observed)|340206 400206
Eid al-Fitr (estimated)|260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Eid al-Fitr (observed)|250331
Commemoration of the Assassination of President Cyprien Ntaryamira|04-06
Commemoration of the Assassination of President Cyprien Ntaryamira (observed)|250407 310407 360407
Eid al-Fitr|240410 250330
International Labor Day|05-01
International Labor Day (observed)|330502 390502
Ascension Day|easter+39
Eid al-Adha (observed, estimated)|270517 350219
Eid al-Adha (estimated)|260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
National Day of Patriotism and Commemoration of the Death of President Pierre Nkurunziza|06-08
National Day of Patriotism and Commemoration of the Death of President Pierre Nkurunziza (observed)|250609 310609 360609
Eid al-Adha|240616 250606
Eid al-Adha (observed)|240617
Independence Day|07-01
Independence Day (observed)|290702 350702 400702
Assumption Day|08-15
Assumption Day (observed)|270816 320816 380816
Commemoration of the Assassination of National Hero, Prince Louis Rwagasore|10-13
Commemoration of the Assassination of National Hero, Prince Louis Rwagasore (observed)|241014 301014
Commemoration of the Assassination of President Melchior Ndadaye|10-21
Commemoration of the Assassination of President Melchior Ndadaye (observed)|291022 351022 401022
All Saints' Day|11-01
All Saints' Day (observed)|261102 371102
Christmas Day|12-25
Christmas Day (observed)|331226 391226
=CV|Cabo Verde
-BV|Boa Vista
-BR|Brava
-MA|Maio
-MO|Mosteiros
-PA|Paul
-PN|Porto Novo
-PR|Praia
-RB|Ribeira Brava
-RG|Ribeira Grande
-RS|Ribeira Grande de Santiago
-SL|Sal
-CA|Santa Catarina
-CF|Santa Catarina do Fogo
-CR|Santa Cruz
-SD|São Domingos
-SF|São Filipe
-SO|São Lourenço dos Órgãos
-SM|São Miguel
-SS|São Salvador do Mundo
-SV|São Vicente
-TA|Tarrafal
-TS|Tarrafal de São Nicolau
New Year's Day|01-01
Democracy and Freedom Day|01-13
Tarrafal de Santiago Municipality Day|01-15|TA
Santo Antão Island Day|01-17|PA PN RG
National Heroes Day|01-20
São Vicente Municipality Day|01-22|SV
Ribeira Grande de Santiago Municipality Day|01-31|RS
Carnival Tuesday|easter-47|SV
Ash Wednesday|easter-46
São Domingos Municipality Day|03-13|SD
Good Friday|easter-2
Easter Sunday|easter+0
São Filipe Municipality Day|05-01|SF
Worker's Day|05-01
Ribeira Grande Municipality Day|05-07|RG
São Lourenço dos Órgãos Municipality Day|05-09|SO
Praia Municipality Day|05-19|PR
International Children's Day|06-01
Paúl Municipality Day|06-13|PA
Brava Municipality Day|06-24|BR
Boa Vista Municipality Day|07-04|BV
National Independence Day|07-05
São Salvador do Mundo Municipality Day|07-19|SS
Santa Cruz Municipality Day|07-25|CR
Tarrafal de São Nicolau Municipality Day|08-02|TS
Assumption Day|08-15
Mosteiros Municipality Day|08-15|MO
Porto Novo Municipality Day|09-02|PN
Maio Municipality Day|09-08|MA
Sal Municipality Day|09-15|SL
São Miguel Municipality Day|09-29|SM
All Saints' Day|11-01
Santa Catarina de Santiago Municipality Day|11-25|CA
Santa Catarina do Fogo Municipality Day|11-25|CF
Ribeira Brava Municipality Day|12-06|RB
Christmas Day|12-25
=KH|Cambodia
International New Year Day|01-01
Day of Victory over the Genocidal Regime|01-07
International Women's Rights Day|03-08
Khmer New Year's Day|04-14 04-15 240413 240416 250416 260416 270416 280413 290416 300416 310416 320413 330413 340413 350413 360413 370413 380413 390413 400413
International Labor Day|05-01
HM King Norodom Sihamoni's Birthday|05-14
Visaka Bochea Day|240522 250511 260501 270520 280508 290427 300516 310505 320523 330513 340502 350521 360510 370429 380518 390507 400425
Royal Ploughing Ceremony|240526 250515 260505 270524 280512 290501 300520 310509 320527 330517 340506 350525 360514 370503 380522 390511 400429
HM Queen Norodom Monineath Sihanouk the Queen-Mother's Birthday|06-18
Constitution Day|09-24
Pchum Ben Day|241001 241002 241003 250921 250922 250923 261010 261011 261012 270929 270930 271001 280917 280918 280919 291006 291007 291008 300925 300926 300927 311014 311015 311016 321003 321004 321005 330922 330923 330924 341011 341012 341013 351001 351002 351003 360919 360920 360921 371008 371009 371010 380927 380928 380929 390916 390917 390918 401004 401005 401006
HM King Norodom Sihanouk Mourning Day|10-15
HM King Norodom Sihamoni's Coronation Day|10-29
National Independence Day|11-09
Water Festival|241114 241115 241116 251104 251105 251106 261123 261124 261125 271112 271113 271114 281031 281101 281102 291119 291120 291121 301108 301109 301110 311127 311128 311129 321116 321117 321118 331105 331106 331107 341124 341125 341126 351114 351115 351116 361102 361103 361104 371121 371122 371123 381110 381111 381112 391030 391031 391101 401117 401118 401119
Peace Day in Cambodia|12-29
=CM|Cameroon
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Youth Day|02-11
Youth Day (observed)|240212 290212 350212
Eid al-Fitr (estimated)|250330 260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Good Friday|easter-2
Eid al-Fitr (observed, estimated)|250331 330103 371109 401008
Eid al-Fitr|240410
Labour Day|05-01
Labour Day (observed)|330502 390502
Ascension Day|easter+39
National Day|05-20
National Day (observed)|290521 350521 400521
Eid al-Adha (estimated)|240616 250606 260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha (observed, estimated)|240617 270517 350219
Assumption Day|08-15
Assumption Day (observed)|270816 320816 380816
Mawlid (estimated)|240915 250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Mawlid (observed, estimated)|240916 320621 350521 400326
Christmas Day|12-25
Christmas Day (observed)|331226 391227
=CA|Canada
-AB|Alberta
-BC|British Columbia
-MB|Manitoba
-NB|New Brunswick
-NL|Newfoundland and Labrador
-NT|Northwest Territories
-NS|Nova Scotia
-NU|Nunavut
-ON|Ontario
-PE|Prince Edward Island
-QC|Quebec
-SK|Saskatchewan
-YT|Yukon
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
Family Day|02-15mon|AB BC NB ON SK
Heritage Day|02-15mon|NS
Islander Day|02-15mon|PE
Louis Riel Day|02-15mon|MB
Good Friday|easter-2
National Patriots' Day|05-18mon|QC
Victoria Day|05-18mon|!. NB NL NS PE QC
National Aboriginal Day|06-21|NT YT
Saint Jean Baptiste Day|06-24|QC
Saint Jean Baptiste Day (observed)|290625 350625 400625|QC
Canada Day|07-01
Canada Day (observed)|290702 350702 400702|AB BC NL PE QC SK YT
Memorial Day|07-01|NL
Canada Day (observed)|280703 340703|NL PE SK YT
Memorial Day (observed)|280703 290702 340703 350702 400702|NL
Nunavut Day|07-09|NU
British Columbia Day|08-01mon|BC
Civic Holiday|08-01mon|NT NU
New Brunswick Day|08-01mon|NB
Saskatchewan Day|08-01mon|SK
Discovery Day|08-15mon|YT
Labour Day|09-01mon
National Day for Truth and Reconciliation|09-30|BC MB NT NU PE YT
National Day for Truth and Reconciliation (observed)|281002 291001 341002 351001 401001|BC MB
Thanksgiving Day|10-08mon|!. NB NL NS PE
Remembrance Day|11-11|!. MB ON QC
Remembrance Day (observed)|281113 291112 341113 351112 401112|AB NL NS PE SK YT
Christmas Day|12-25
Boxing Day|12-26|ON
Christmas Day (observed)|271227 321227 331226 381227 391226
Boxing Day (observed)|261228 271228 321228 371228 381228|ON
=KY|Cayman Islands
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
National Heroes Day|01-22mon
Ash Wednesday|easter-46
Good Friday|easter-2
Easter Monday|easter+1
General Election Day|250430
Emancipation Day|05-01mon
Discovery Day|05-15mon
King's Birthday|06-17mon
Constitution Day|07-01mon
Remembrance Day|11-08mon
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331227 381227 391227
Boxing Day (observed)|261228 271228 321228 371228 381228
=CF|Central African Republic
New Year's Day|01-01
Eid al-Fitr (estimated)|260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Barthélemy Boganda Day|03-29
Easter Monday|easter+1
Eid al-Fitr|240410 250330
Labor Day|05-01
Ascension Day|easter+39
Pentecost Monday|easter+50
Eid al-Adha (estimated)|260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha|240616 250607
General Prayer Day|06-30
Independence Day|08-13
Assumption Day|08-15
All Saints' Day|11-01
National Day|12-01
Christmas Day|12-25
=TD|Chad
New Year's Day|01-01
New Year's Day (observed)|340102 400102
International Women's Day|03-08
International Women's Day (observed)|260309 370309
Eid al-Fitr (estimated)|250330 260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Easter Monday|easter+1
Eid al-Fitr|240410
Labor Day|05-01
Labor Day (observed)|330502 390502
Eid al-Adha (estimated)|240616 250606 260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Independence Day|08-11
Independence Day (observed)|240812 300812
Prophet's Birthday (estimated)|240915 250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
All Saints' Day|11-01
Republic Day|11-28
Republic Day (observed)|271129 321129 381129
Freedom and Democracy Day|12-01
Freedom and Democracy Day (observed)|241202 301202
Christmas Day|12-25
=CL|Chile
-AP|Arica y Parinacota
-NB|Ñuble
New Year's Day|01-01
Good Friday|easter-2
Holy Saturday|easter-1
Labor Day|05-01
Navy Day|05-21
Assault and Capture of Cape Arica|06-07|AP
National Indigenous Peoples Day|240620 250620 260621 270621 280620 290620 300621 310621 320620 330620 340621 350621 360620 370620 380621 390621 400620
Saint Peter and Saint Paul's Day|240629 250629 260629 270628 280626 290702 300629 310629 320628 330627 340626 350702 360629 370629 380628 390627 400702
Our Lady of Mount Carmel|07-16
Assumption Day|08-15
Nativity of Bernardo O'Higgins (Chillán and Chillán Viejo communes)|08-20|NB
Independence Day|09-18
Army Day|09-19
National Holiday|240920 270917 290917 300920 320917 340102 350917 380917 400102 400917
Meeting of Two Worlds' Day|241012 251012 261012 271011 281009 291015 301012 311012 321011 331010 341009 351015 361012 371012 381011 391010 401015
Reformation Day|241031 251031 261031 271031 281027 291102 301031 311031 321031 331031 341027 351102 361031 371031 381031 391031 401102
All Saints' Day|11-01
Immaculate Conception|12-08
Christmas Day|12-25
=CN|China
New Year's Day|01-01
Day off (substituted from 01/04/2026)|260102
New Year's Day (observed)|280103 330103 340102 390103 400102
Chinese New Year's Eve|250128 260216 270205 280125 290212 300202 310122 320210 330130 340218 350207 360127 370214 380203 390123 400211
Day off (substituted from 01/26/2025)|250203
Day off (substituted from 02/08/2025)|250204
Chinese New Year's Eve (observed)|300206 330203 340222 360131 370218 390127 400215
Chinese New Year (Spring Festival)|240210 240211 240212 250129 250130 250131 260217 260218 260219 270206 270207 270208 280126 280127 280128 290213 290214 290215 300203 300204 300205 310123 310124 310125 320211 320212 320213 330131 330201 330202 340219 340220 340221 350208 350209 350210 360128 360129 360130 370215 370216 370217 380204 380205 380206 390124 390125 390126 400212 400213 400214
Chinese New Year (Spring Festival) (observed)|240213 240214 270209 270210 300207 310127 340223 350212 370219 380208 400216
Day off (substituted from 02/04/2024)|240215
Day off (substituted from 02/18/2024)|240216
Day off (substituted from 02/14/2026)|260220
Day off (substituted from 02/28/2026)|260223
Tomb-Sweeping Day|240404 250404 260405 270405 280404 290404 300405 310405 320404 330404 340405 350405 360404 370404 380405 390405 400404
Day off (substituted from 04/07/2024)|240405
Tomb-Sweeping Day (observed)|260406 310407 320405 370406
Labor Day|05-01 250502 260502 270502 280502 290502 300502 310502 320502 330502 340502 350502 360502 370502 380502 390502 400502
Day off (substituted from 04/28/2024)|240502
Day off (substituted from 05/11/2024)|240503
Labor Day (observed)|260504 270503 270504 320503 320504 330503 370504 380503 380504 390503
Day off (substituted from 04/27/2025)|250505
Day off (substituted from 05/09/2026)|260505
Dragon Boat Festival (observed)|250602 280529 290618 320614 350611
Dragon Boat Festival|240610 250531 260619 270609 280528 290616 300605 310624 320612 330601 340620 350610 360530 370618 380607 390527 400614
Day off (substituted from 09/14/2024)|240916
Mid-Autumn Festival|240917 251006 260925 270915 281003 290922 300912 311001 320919 330908 340927 350916 361004 370924 380913 391002 400920
Mid-Autumn Festival (observed)|290924 320920 350917 361006 391005
National Day|10-01 10-02 10-03
Day off (substituted from 09/29/2024)|241004
National Day (observed)|261005 271004 271005 281004 321004 321005 331004 331005 341004 371005 381004 381005 391004 391006
Day off (substituted from 09/20/2026)|261006
Day off (substituted from 09/28/2025)|251007
Day off (substituted from 10/10/2026)|261007
Day off (substituted from 10/11/2025)|251008
Day off (substituted from 10/12/2024)|241007
=CX|Christmas Island
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
Australia Day|01-26
Australia Day (observed)|250127 300128 310127 360128
Chinese New Year|240210 240211 250129 250130 260217 260218 270206 270207 280126 280127 290213 290214 300203 300204 310123 310124 320211 320212 330131 330201 340219 340220 350208 350209 360128 360129 370215 370216 380204 380205 390124 390125 400212 400213
Chinese New Year (observed)|240212 240213 270208 270209 300205 340221 370217 400214
Hari Raya Puasa (observed, estimated)|280228 330103 351203 371109 401008
Labour Day|240318 250324 260316 270315 280320 290319 300318 310317 320315 330321 340320 350319 360317 370316 380315 390321 400319
Hari Raya Puasa (estimated)|260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Good Friday|easter-2
Hari Raya Puasa|240410 250331
ANZAC Day|04-25
ANZAC Day (observed)|260427 270426 320426 370427 380426
Hari Raya Haji (observed, estimated)|270517 300415 350219 380118
Hari Raya Haji (estimated)|260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Hari Raya Haji (observed)|250606
Hari Raya Haji|240617 250607
Territory Day|10-01mon
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331226 381227 391226
Boxing Day (observed)|261228 271228 321228 331227 371228 381228 391227
=CC|Cocos Islands
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
Australia Day|01-26
Australia Day (observed)|250127 300128 310127 360128
Eid al-Fitr (observed, estimated)|280228 330103 351203 371109 401008
Eid al-Fitr (estimated)|260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Good Friday|easter-2
Easter Monday|easter+1
Act of Self Determination Day|04-06
Act of Self Determination Day (observed)|240408 250407 300408 310407 360407
Eid al-Fitr|240410 250331
ANZAC Day|04-25
ANZAC Day (observed)|260427 270426 320426 370427 380426
Eid al-Adha (observed, estimated)|270517 300415 350219 380118
Eid al-Adha (estimated)|260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha (observed)|250606
King's Birthday|240606 250609 260608 270614 280612 290611 300610 310609 320614 330613 340612 350611 360609 370608 380614 390613 400611
Eid al-Adha|240617 250607
Prophet's Birthday (observed, estimated)|270816 300715 320621 350521 380419 400326
Prophet's Birthday (estimated)|260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Prophet's Birthday|240916 250905
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331226 381227 391226
Boxing Day (observed)|261228 271228 321228 331227 371228 381228 391227
=CO|Colombia
New Year's Day|01-01
Epiphany|250106 310106
Epiphany (observed)|240108 260112 270111 280110 290108 300107 320112 330110 340109 350108 360107 370112 380111 390110 400109
Saint Joseph's Day|290319 350319 400319
Saint Joseph's Day (observed)|240325 250324 260323 270322 280320 300325 310324 320322 330321 340320 360324 370323 380322 390321
Maundy Thursday|easter-3
Good Friday|easter-2
Labor Day|05-01
Ascension Day (observed)|easter+43
Corpus Christi (observed)|easter+64
Sacred Heart (observed)|240610 250630 260615 270607 280626 290611 300701 310623 320607 330627 340619 350604 360623 370615 380705 390620 400611
Saint Peter and Saint Paul's Day|260629 370629
Saint Peter and Saint Paul's Day (observed)|240701 250630 270705 280703 290702 300701 310630 320705 330704 340703 350702 360630 380705 390704 400702
Day of Our Lady of the Rosary of Chiquinquirá|290709 350709 400709
Day of Our Lady of the Rosary of Chiquinquirá (observed)|260713 270712 280710 300715 310714 320712 330711 340710 360714 370713 380712 390711
Independence Day|07-20
Battle of Boyacá|08-07
Assumption Day|330815 390815
Assumption Day (observed)|240819 250818 260817 270816 280821 290820 300819 310818 320816 340821 350820 360818 370817 380816 400820
Columbus Day|261012 371012
Columbus Day (observed)|241014 251013 271018 281016 291015 301014 311013 321018 331017 341016 351015 361013 381018 391017 401015
All Saints' Day|271101 321101 381101
All Saints' Day (observed)|241104 251103 261102 281106 291105 301104 311103 331107 341106 351105 361103 371102 391107 401105
Independence of Cartagena|241111 301111
Independence of Cartagena (observed)|251117 261116 271115 281113 291112 311117 321115 331114 341113 351112 361117 371116 381115 391114 401112
Immaculate Conception|12-08
Christmas Day|12-25
=KM|Comoros
New Year's Day|01-01
Election Partial Day Holiday|250130
Isra' and Mi'raj (estimated)|240208 250127 260116 270105 271225 281214 291203 301123 311112 321101 331021 341010 350929 360918 370907 380828 390817 400805
Cheikh al Maarouf Day|03-18
Eid al-Fitr (estimated)|240410 240411 240412 250330 250331 250401 260320 260321 260322 270309 270310 270311 280226 280227 280228 290214 290215 290216 300204 300205 300206 310124 310125 310126 320114 320115 320116 330102 330103 330104 331223 331224 331225 341212 341213 341214 351201 351202 351203 361119 361120 361121 371108 371109 371110 381029 381030 381031 391019 391020 391021 401007 401008 401009
National Holiday|240413
Labour Day|05-01
Eid al-Adha (estimated)|240616 240617 250606 250607 260527 260528 270516 270517 280505 280506 290424 290425 300413 300414 310402 310403 320322 320323 330311 330312 340301 340302 350218 350219 360207 360208 370126 370127 380116 380117 390105 390106 391226 391227 401214 401215
National Day|07-06
Islamic New Year (estimated)|240707 250626 260616 270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Prophet's Birthday (estimated)|240915 250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Maore Day|11-12
Christmas Day|12-25
=CG|Congo
New Year's Day|01-01
Easter Monday|easter+1
Labor Day|05-01
Ascension Day|easter+39
Pentecost Monday|easter+50
Reconciliation Day|06-10
National Day|08-15
All Saints' Day|11-01
Republic Day|11-28
Christmas Day|12-25
=CK|Cook Islands
New Year's Day|01-01
Day after New Year's Day|01-02
New Year's Day (observed)|280103 330103 340103 390103 400103
Day after New Year's Day (observed)|270104 280104 330104 380104 390104
Good Friday|easter-2
Easter Monday|easter+1
Anzac Day|04-25
Sovereign's Birthday|06-01mon
Ra o te Ui Ariki|07-01fri
Constitution Day|08-04
Constitution Day (observed)|240805 290806 300805 350806 400806
Cook Islands Gospel Day|10-26
Cook Islands Gospel Day (observed)|241028 251027 301028 311027 361027
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331227 381227 391227
Boxing Day (observed)|261228 271228 321228 371228 381228
=CR|Costa Rica
New Year's Day|01-01
Maundy Thursday|easter-3
Good Friday|easter-2
Juan Santamaría Day|250411 260411 270411 280411 290411 300411 310411 320411 330411 340411 350411 360411 370411 380411 390411 400411
Juan Santamaría Day (observed)|240415
International Labor Day|05-01
Annexation of the Party of Nicoya to Costa Rica|250725 260725 270725 280725 290725 300725 310725 320725 330725 340725 350725 360725 370725 380725 390725 400725
Annexation of the Party of Nicoya to Costa Rica (observed)|240729
Mother's Day|250815 260815 270815 280815 290815 300815 310815 320815 330815 340815 350815 360815 370815 380815 390815 400815
Mother's Day (observed)|240819
Independence Day|09-15
Christmas Day|12-25
=HR|Croatia
New Year's Day|01-01
Epiphany|01-06
Easter Sunday|easter+0
Easter Monday|easter+1
Labor Day|05-01
Corpus Christi|easter+60
Statehood Day|05-30
Anti-Fascist Struggle Day|06-22
Victory and Homeland Thanksgiving Day and Croatian Veterans Day|08-05
Assumption Day|08-15
All Saints' Day|11-01
Remembrance Day|11-18
Christmas Day|12-25
Saint Stephen's Day|12-26
=CU|Cuba
Liberation Day|01-01
Victory Day|01-02
Good Friday|easter-2
International Workers' Day|05-01
International Workers' Day (observed)|330502 390502
Commemoration of the Assault of the Moncada garrison|07-25 07-27
Day of the National Rebellion|07-26
Independence Day|10-10
Independence Day (observed)|271011 321011 381011
Christmas Day|12-25
New Year's Eve|12-31
=CW|Curaçao
New Year's Day|01-01
Carnival Monday|easter-48
Good Friday|easter-2
Easter Sunday|easter+0
Easter Monday|easter+1
King's Day|240427 250426 260427 270427 280427 290427 300427 310426 320427 330427 340427 350427 360426 370427 380427 390427 400427
Labor Day|240501 250501 260501 270501 280501 290501 300501 310501 320501 330502 340501 350501 360501 370501 380501 390502 400501
Ascension Day|easter+39
National Anthem and Flag Day|07-02
Curaçao Day|10-10
Christmas Day|12-25
Second Day of Christmas|12-26
=CY|Cyprus
New Year's Day|01-01
Epiphany|01-06
Green Monday|pascha-48
Greek Independence Day|03-25
Cyprus National Day|04-01
Labor Day|05-01
Good Friday|pascha-2
Easter Sunday|pascha+0
Easter Monday|pascha+1
Pentecost Monday|pascha+50
Dormition of the Mother of God|08-15
Cyprus Independence Day|10-01
Ohi Day|10-28
Christmas Day|12-25
Day After Christmas|12-26
=CZ|Czechia
Independent Czech State Restoration Day|01-01
New Year's Day|01-01
Good Friday|easter-2
Easter Monday|easter+1
Labor Day|05-01
Victory Day|05-08
Saints Cyril and Methodius Day|07-05
Jan Hus Day|07-06
Statehood Day|09-28
Independent Czechoslovak State Day|10-28
Struggle for Freedom and Democracy Day and International Students' Day|11-17
Christmas Eve|12-24
Christmas Day|12-25
Second Day of Christmas|12-26
=DK|Denmark
New Year's Day|01-01
Maundy Thursday|easter-3
Good Friday|easter-2
Easter Sunday|easter+0
Easter Monday|easter+1
Ascension Day|easter+39
Pentecost|easter+49
Pentecost Monday|easter+50
Christmas Day|12-25
Second Day of Christmas|12-26
=DJ|Djibouti
New Year's Day|01-01
Isra' and Mi'raj (estimated)|240208 250127 260116 270105 271225 281214 291203 301123 311112 321101 331021 341010 350929 360918 370907 380828 390817 400805
Eid al-Fitr (estimated)|240410 250330 260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Eid al-Fitr Holiday (estimated)|240411 250331 260321 270310 280227 290215 300205 310125 320115 330103 331224 341213 351202 361120 371109 381030 391020 401008
Labor Day|05-01
Day of Arafah (estimated)|240615 250605 260526 270515 280504 290423 300412 310401 320321 330310 340228 350217 360206 370125 380115 390104 391225 401213
Eid al-Adha (estimated)|240616 250606 260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha Holiday (estimated)|240617 250607 260528 270517 280506 290425 300414 310403 320323 330312 340302 350219 360208 370127 380117 390106 391227 401215
Independence Day|06-27
Independence Day Holiday|06-28
Islamic New Year (estimated)|240707 250626 260616 270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Prophet Muhammad's Birthday (estimated)|240915 250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Christmas Day|12-25
=DM|Dominica
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Carnival Monday|easter-48
Carnival Tuesday|easter-47
Good Friday|easter-2
Easter Monday|easter+1
Labour Day|05-01mon
Whit Monday|easter+50
Emancipation Day|08-01mon
Independence Day|11-03
National Day of Community Service|11-04
National Day of Community Service (observed)|291105 351105 401105
Independence Day (observed)|241105 301105
Christmas Day|12-25
Boxing Day|12-26
Boxing Day (observed)|271227 321227 381227
Christmas Day (observed)|331227 391227
=DO|Dominican Republic
New Year's Day|01-01
Epiphany|240106 250106 260105 270104 280110 290106 300106 310106 320105 330110 340109 350106 360106 370105 380104 390110 400109
Lady of Altagracia|01-21
Juan Pablo Duarte Day|240129 250126 260126 270125 280124 290129 300126 310126 320126 330124 340130 350129 360126 370126 380125 390124 400130
National Independence Day|02-27
Good Friday|easter-2
Labor Day|240429 250505 260504 270501 280501 290430 300429 310505 320501 330502 340501 350430 360505 370504 380501 390502 400430
Corpus Christi|easter+60
Restoration Day|240816 250816 260816 270816 280816 290820 300819 310816 320816 330815 340814 350820 360816 370816 380816 390815 400816
Our Lady of Mercedes Day|09-24
Constitution Day|241104 251110 261109 271106 281106 291105 301104 311110 321106 331106 341106 351105 361110 371109 381106 391106 401105
Christmas Day|12-25
=CD|DR Congo
New Year's Day|01-01
Martyrs' Day (observed)|260103 320103 370103
Martyrs' Day|01-04
National Hero Laurent Désiré Kabila Day (observed)|280115 330115 390115
National Hero Laurent Désiré Kabila Day|01-16
National Hero Patrice Emery Lumumba Day (observed)|270116 380116
National Hero Patrice Emery Lumumba Day|01-17
Day of the Struggle of Simon Kimbangu and African Consciousness (observed)|250405 310405 360405
Day of the Struggle of Simon Kimbangu and African Consciousness|04-06
Labor Day (observed)|330430 390430
Labor Day|05-01
Revolution and Armed Forces Day (observed)|260516 370516
Revolution and Armed Forces Day|05-17
Independence Day (observed)|240629 300629
Independence Day|06-30
Parents' Day (observed)|270731 320731 380731
Congolese Genocide Memorial Day (observed)|260801 370801
Parents' Day|08-01
Congolese Genocide Memorial Day|08-02
Christmas Day (observed)|331224 391224
Christmas Day|12-25
New Year's Day (observed)|331231 391231
=EC|Ecuador
New Year's Day|01-01
Carnival|easter-48 easter-47
Good Friday|easter-2
Labor Day|05-01
Labor Day (observed)|240503 250502 270430 290430 300503 310502 320430 330502 350430 360502 380430 390502 400430
The Battle of Pichincha (observed)|250523 260525 280526 290525 310523 330523 340526 350525 360523 370525 390523 400525
The Battle of Pichincha|05-24
Declaration of Independence of Quito (observed)|240809 250811 270809 280811 300809 310811 320809 330812 340811 360811 380809 390812
Declaration of Independence of Quito|08-10
Independence of Guayaquil|10-09
Independence of Guayaquil (observed)|241011 251010 271008 291008 301011 311010 321008 331010 351008 361010 381008 391010 401008
All Souls' Day (observed)|241101 251104 271101 301101 311104 321101 331104 361104 381101 391104
All Souls' Day|11-02
Independence of Cuenca|11-03
Independence of Cuenca (observed)|241104 301104
Christmas Day (observed)|271224 321224 331226 381224 391226
Christmas Day|12-25
New Year's Day (observed)|271231 321231 340102 381231 400102
=EG|Egypt
Coptic Christmas Day|01-07
January 25th Revolution and National Police Day|240125 250125 290125 300125 310125 350125 360125
January 25th Revolution and National Police Day (observed)|260129 270128 280127 320129 330127 340126 370129 380128 390127 400126
Eid al-Fitr (estimated)|270309 270310 280226 280227 290214 290215 300204 300205 310124 310125 320114 320115 330102 330103 331223 331224 341212 341213 351201 351202 361119 361120 371108 371109 381029 381030 391019 391020 401007 401008
Eid al-Fitr|240410 240411 250330 250331 260320 260321
Sinai Liberation Day|240425 250425 260425 300425 310425 360425 370425
Sinai Liberation Day (observed)|270429 280427 290426 320429 330428 340427 350426 380429 390428 400426
Labor Day|250501 260501 270501 310501 320501 360501 370501 380501
Labor Day (observed)|240505 280504 290503 300502 330505 340504 350503 390505 400503
Spring Festival|pascha+1
Day of Arafah (estimated)|260526 270515 280504 290423 300412 310401 320321 330310 340228 350217 360206 370125 380115 390104 391225 401213
Islamic New Year (estimated)|280525 300503 330401 360228 380205
Eid al-Adha (estimated)|260527 260528 260529 270516 270517 270518 280505 280506 280507 290424 290425 290426 300413 300414 300415 310402 310403 310404 320322 320323 320324 330311 330312 330313 340301 340302 340303 350218 350219 350220 360207 360208 360209 370126 370127 370128 380116 380117 380118 390105 390106 390107 391226 391227 391228 401214 401215 401216
Day of Arafah|240615 250605
Eid al-Adha|240616 240617 240618 250606 250607 250608
Islamic New Year (observed, estimated)|260618 270610 290517 310424 320415 340323 350315 370219 390127 400119
Islamic New Year|250626
June 30 Revolution Day|240630 280630 290630 330630 340630 350630 390630 400630
June 30 Revolution Day (observed)|250703 260702 270701 300704 310703 320701 360703 370702 380701
Islamic New Year (observed)|240711
July 23 Revolution Day|260723 270723 320723 330723 370723 380723 390723
July 23 Revolution Day (observed)|240725 250724 280727 290726 300725 310724 340727 350726 360724 400726
Prophet's Birthday (estimated)|260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Prophet's Birthday|240915 250904
Armed Forces Day|241006 281006 291006 331006 341006 351006 391006 401006
Armed Forces Day (observed)|251009 261008 271007 301010 311009 321007 361009 371008 381007
=SV|El Salvador
-SS|San Salvador
New Year's Day|01-01
Maundy Thursday|easter-3
Good Friday|easter-2
Holy Saturday|easter-1
Labor Day|05-01
Mother's Day|05-10
Father's Day|06-17
Feast of San Salvador|08-03 08-05|SS
Celebrations of San Salvador|08-06
Independence Day|09-15
All Souls' Day|11-02
Christmas Day|12-25
=GQ|Equatorial Guinea
-AN|Annobón
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
AFCON Victory Against Ivory Coast|240123
International Women's Day|03-08
Maundy Thursday|easter-3
Good Friday|easter-2
International Labor Day|05-01
International Labor Day (observed)|270503 320503 330502 380503 390502
African Liberation Day|05-25
Corpus Christi|easter+60
President's Day|06-05
President's Day (observed)|270607 320607 330606 380607 390606
Patron Saint Festival of Annobón|06-13|AN
Armed Forces Day|08-03
Armed Forces Day (observed)|240805 250804 300805 310804 360804
Constitution Day|08-15
Constitution Day (observed)|260817 270816 320816 370817 380816
National Independence Day|10-12
National Independence Day (observed)|241014 251013 301014 311013 361013
Immaculate Conception|12-08
Immaculate Conception (observed)|241209 291210 301209 351210 401210
Christmas Day|12-25
Christmas Day (observed)|271227 321227 331226 381227 391226
=ER|Eritrea
New Year's Day|01-01
Orthodox Christmas|01-07
Epiphany|240120 250119 260119 270119 280120 290119 300119 310119 320120 330119 340119 350119 360120 370119 380119 390119 400120
Women's Day|03-08
Eid al-Fitr (estimated)|240410 250330 260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
International Workers' Day|05-01
Good Friday|pascha-2
Orthodox Easter|pascha+0
Independence Day|05-24
Eid al-Adha (estimated)|240616 250606 260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Martyrs' Day|06-20
Revolution Day|09-01
Ethiopian New Year|240911 250911 260911 270912 280911 290911 300911 310912 320911 330911 340911 350912 360911 370911 380911 390912 400911
Prophet's Birthday (estimated)|240915 250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Finding of the True Cross|240927 250927 260927 270928 280927 290927 300927 310928 320927 330927 340927 350928 360927 370927 380927 390928 400927
=EE|Estonia
New Year's Day|01-01
Independence Day|02-24
Good Friday|easter-2
Easter Sunday|easter+0
May Day|05-01
Pentecost|easter+49
Victory Day|06-23
Midsummer Day|06-24
Independence Restoration Day|08-20
Christmas Eve|12-24
Christmas Day|12-25
Second Day of Christmas|12-26
=SZ|Eswatini
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Good Friday|easter-2
Easter Monday|easter+1
King's Birthday|04-19
King's Birthday (observed)|260420 370420
National Flag Day|04-25
National Flag Day (observed)|270426 320426 380427
Worker's Day|05-01
Worker's Day (observed)|330502 390502
Ascension Day|easter+39
Birthday of Late King Sobhuza|07-22
Birthday of Late King Sobhuza (observed)|290723 350723 400723
Independence Day|09-06
Independence Day (observed)|260907 370907
Christmas Day|12-25
Boxing Day|12-26
Boxing Day (observed)|271227 321227 381227
Christmas Day (observed)|331227 391227
=ET|Ethiopia
Christmas Day|01-07
Epiphany|240120 250119 260119 270119 280120 290119 300119 310119 320120 330119 340119 350119 360120 370119 380119 390119 400120
Adwa Victory Day|03-02
Eid al-Fitr (estimated)|260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Eid al-Fitr|240410 250330
International Workers' Day|05-01
Good Friday|pascha-2
Easter Sunday|pascha+0
Ethiopian Patriots' Victory Day|05-05
Eid al-Adha (estimated)|260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Downfall of the Dergue Regime Day|240528
Eid al-Adha|240616 250606
Prophet's Birthday (estimated)|260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Ethiopian New Year|240911 250911 260911 270912 280911 290911 300911 310912 320911 330911 340911 350912 360911 370911 380911 390912 400911
Prophet's Birthday|240915 250905
Finding of True Cross|240927 250927 260927 270928 280927 290927 300927 310928 320927 330927 340927 350928 360927 370927 380927 390928 400927
=FK|Falkland Islands
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
Good Friday|easter-2
Liberation Day|06-14
Liberation Day (observed)|250616 260615 310616 360616 370615
Peat Cutting Day|10-01mon
HM The King's Birthday|11-14
HM The King's Birthday (observed)|261116 271115 321115 371116 381115
Christmas Day|12-25
Boxing Day|12-26
Boxing Day (observed)|261228 271229 321229 371228 381229
Christmas Day (observed)|271228 321228 331228 381228 391228
Christmas Holiday|12-27
Christmas Holiday (observed)|251229 261229 311229 361229 371229
=FO|Faroe Islands
New Year's Day|01-01
Maundy Thursday|easter-3
Good Friday|easter-2
Easter Sunday|easter+0
Easter Monday|easter+1
Great Prayer Day|easter+26
Ascension Day|easter+39
Pentecost|easter+49
Pentecost Monday|easter+50
Saint Olaf's Day|07-29
Christmas Eve|12-24
Christmas Day|12-25
Second Day of Christmas|12-26
New Year's Eve|12-31
=FJ|Fiji
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
Good Friday|easter-2
Easter Saturday|easter-1
Easter Monday|easter+1
Girmit Day|240513 250512 260515 270517 280515 290514 300513 310512 320517 330516 340515 350514 360512 370511 380517 390516 400514
Ratu Sir Lala Sukuna Day|05-25fri
Prophet Mohammed's Birthday (estimated)|270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Prophet Mohammed's Birthday (observed, estimated)|270816 300715 320621 350521 380419 400326
Prophet Mohammed's Birthday (observed)|250908
Prophet Mohammed's Birthday|240916 250906 260824
Fiji Day|10-10
Fiji Day (observed)|261012
Diwali (observed, estimated)|301028 331024
Diwali (estimated)|271029 281017 291105 301026 311114 321102 331022 341110 351030
Diwali|241101 251021 261108
Diwali (observed)|261109
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331227 381227 391227
Boxing Day (observed)|261228 271228 321228 371228 381228
=FI|Finland
-01|Ahvenanmaan maakunta
New Year's Day|01-01
Epiphany|01-06
Good Friday|easter-2
Easter Sunday|easter+0
Easter Monday|easter+1
May Day|05-01
Ascension Day|easter+39
Pentecost|easter+49
Åland's Autonomy Day|06-09|01
Midsummer Eve|06-19fri
Midsummer Day|06-20sat
All Saints' Day|10-31sat
Independence Day|12-06
Christmas Eve|12-24
Christmas Day|12-25
Second Day of Christmas|12-26
=FR|France
-6AE|Alsace
-971|Guadeloupe
-973|Guyane
-974|La Réunion
-972|Martinique
-976|Mayotte
-57|Moselle
-NC|Nouvelle-Calédonie
-PF|Polynésie Française
-BL|Saint-Barthélemy
-MF|Saint-Martin
-WF|Wallis-et-Futuna
New Year's Day|01-01
Missionary Day|03-05|PF
Mi-Careme|easter-24|971
Good Friday|easter-2|6AE 971 57 PF
Easter Monday|easter+1
Abolition of Slavery|04-27|976
Feast of Saint Peter Chanel|04-28|WF
Labor Day|05-01
Victory Day|05-08
Ascension Day|easter+39
Pentecost Monday|easter+50
Abolition of Slavery|05-22|972
Abolition of Slavery|05-27|971
Abolition of Slavery|05-28|MF
Abolition of Slavery|06-10|973
Internal Autonomy Day|240629|PF
Saints Peter and Paul Day|06-29|WF
National Day|07-14
Victor Schoelcher Day|07-21|971 972 MF
Territory Day|07-29|WF
Assumption Day|08-15
Citizenship Day|09-24|NC
Abolition of Slavery|10-09|BL
All Saints' Day|11-01
Armistice Day|11-11
Matāri'i|251120 261120 271120 281120 291120 301120 311120 321120 331120 341120 351120 361120 371120 381120 391120 401120|PF
Abolition of Slavery|12-20|974
Christmas Day|12-25
Saint Stephen's Day|12-26|6AE 57
=GF|French Guiana
New Year's Day|01-01
Easter Monday|easter+1
Labor Day|05-01
Victory Day|05-08
Ascension Day|easter+39
Pentecost Monday|easter+50
Abolition of Slavery|06-10
National Day|07-14
Assumption Day|08-15
All Saints' Day|11-01
Armistice Day|11-11
Christmas Day|12-25
=PF|French Polynesia
New Year's Day|01-01
Missionary Day|03-05
Good Friday|easter-2
Easter Monday|easter+1
Labor Day|05-01
Victory Day|05-08
Ascension Day|easter+39
Pentecost Monday|easter+50
Internal Autonomy Day|240629
National Day|07-14
Assumption Day|08-15
All Saints' Day|11-01
Armistice Day|11-11
Matāri'i|251120 261120 271120 281120 291120 301120 311120 321120 331120 341120 351120 361120 371120 381120 391120 401120
Christmas Day|12-25
=TF|French Southern Territories
New Year's Day|01-01
Easter Monday|easter+1
Labor Day|05-01
Victory Day|05-08
Ascension Day|easter+39
Pentecost Monday|easter+50
National Day|07-14
Assumption Day|08-15
All Saints' Day|11-01
Armistice Day|11-11
Christmas Day|12-25
=GA|Gabon
New Year's Day|01-01
Eid al-Fitr (estimated)|260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Easter Sunday|easter+0
Easter Monday|easter+1
Eid al-Fitr|240410 250330
Women's Rights Day|04-17
Labor Day|05-01
Ascension Day|easter+39
Pentecost|easter+49
Pentecost Monday|easter+50
Eid al-Adha (estimated)|260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha|240616 250606
Assumption Day|08-15
Independence Day|08-16
Independence Day Holiday|08-17
Liberation Day|08-30
All Saints' Day|11-01
Public Holiday|241114 241115 241116 250411 250412 250502 250927
Christmas Day|12-25
=GM|Gambia
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
Independence Day|02-18
Independence Day (observed)|240219 290219 340220 350219 400220
Lialat-Ul-Qadr (observed, estimated)|270308 290212 320112 361117 391017
Lialat-Ul-Qadr (estimated)|260316 270306 280223 290211 300131 310121 320110 321230 331219 341208 351127 361115 371105 381026 391015 401003
Koriteh (estimated)|260320 260321 270309 270310 280226 280227 290214 290215 300204 300205 310124 310125 320114 320115 330102 330103 331223 331224 341212 341213 351201 351202 361119 361120 371108 371109 381029 381030 391019 391020 401007 401008
Koriteh (observed, estimated)|260323 280228 310127 331226 351203 381101
Good Friday|easter-2
Easter Monday|easter+1
Lialat-Ul-Qadr|240406 250327
Lialat-Ul-Qadr (observed)|240408
Koriteh|240410 240411 250330 250331
Labour Day|05-01
Labour Day (observed)|270503 320503 330502 380503 390502
Tobaski (observed, estimated)|280508 300415 330314 380118 401217
Africa Liberation Day|05-25
Tobaski (estimated)|260527 260528 270516 270517 280505 280506 290424 290425 300413 300414 310402 310403 320322 320323 330311 330312 340301 340302 350218 350219 360207 360208 370126 370127 380116 380117 390105 390106 391226 391227 401214 401215
Africa Liberation Day (observed)|240527 250526 300527 310526 360526
Yawmul Ashura (observed, estimated)|280605 300513 330411 360310 380215
Tobaski (observed)|250609
Tobaski|240616 240617 250606 250607
Yawmul Ashura (estimated)|260625 270615 280603 290523 300512 310502 320420 330410 340330 350320 360308 370225 380214 390204 400124
Yawmul Ashura (observed)|250707
Yawmul Ashura|240716 250705
July 22 Revolution Day|07-22
July 22 Revolution Day (observed)|280724 290723 340724 350723 400723
Feast of the Assumption|08-15
Mawlid Nabi (observed, estimated)|270816 300715 320621 350521 380419 400326
Feast of the Assumption (observed)|260817 270816 320816 370817 380816
Mawlid Nabi (estimated)|250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Mawlid Nabi|240916
Christmas Day|12-25
Boxing Day|12-26
Boxing Day (observed)|261228 271227 321227 371228 381227
=GE|Georgia
New Year's Day|01-01 01-02
Christmas Day|01-07
Epiphany|01-19
Mother's Day|03-03
International Women's Day|03-08
National Unity Day|04-09
Good Friday|pascha-2
Holy Saturday|pascha-1
Easter Sunday|pascha+0
Easter Monday|pascha+1
Day of Victory over Fascism|05-09
Saint Andrew's Day|05-12
Day of Family Sanctity and Respect for Parents|250517 260517 270517 280517 290517 300517 310517 320517 330517 340517 350517 360517 370517 380517 390517 400517
Public Holiday|240517 250829
Independence Day|05-26
Dormition of the Mother of God|08-28
Holiday of Svetitskhovloba, Robe of Jesus|10-14
Saint George's Day|11-23
=DE|Germany
-Augsburg|Augsburg
-BW|Baden-Württemberg
-BY|Bayern
-BE|Berlin
-BB|Brandenburg
-HB|Bremen
-HH|Hamburg
-HE|Hessen
-MV|Mecklenburg-Vorpommern
-NI|Niedersachsen
-NW|Nordrhein-Westfalen
-RP|Rheinland-Pfalz
-SL|Saarland
-SN|Sachsen
-ST|Sachsen-Anhalt
-SH|Schleswig-Holstein
-TH|Thüringen
New Year's Day|01-01
Epiphany|01-06|Augsburg BW BY ST
Women's Day|03-08|BE MV
Good Friday|easter-2
Easter Sunday|easter+0|BB
Easter Monday|easter+1
Labor Day|05-01
80th anniversary of the liberation from Nazism and the end of the Second World War in Europe|250508|BE
Ascension Day|easter+39
Pentecost|easter+49|BB
Pentecost Monday|easter+50
Corpus Christi|easter+60|Augsburg BW BY HE NW RP SL
75th anniversary of the East German uprising of 1953|280617|BE
Augsburg Peace Festival|08-08|Augsburg
Assumption Day|08-15|Augsburg SL
World Children's Day|09-20|TH
German Unity Day|10-03
Reformation Day|10-31|BB HB HH MV NI SN ST SH TH
All Saints' Day|11-01|Augsburg BW BY NW RP SL
Repentance and Prayer Day|11-16wed|SN
Christmas Day|12-25
Second Day of Christmas|12-26
=GH|Ghana
New Year's Day|01-01
Constitution Day|01-07
Public Holiday|240108 240617 240805 240923 250331 250401 250704 250922 260109 260703
Independence Day|03-06
Eid-ul-Fitr (estimated)|270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Shaqq Day (estimated)|270310 280227 290215 300205 310125 320115 330103 331224 341213 351202 361120 371109 381030 391020 401008
Shaqq Day|260321
Good Friday|easter-2
Easter Monday|easter+1
Eid-ul-Fitr|240411 250330 260320
Labour Day|260501 270501 280501 290501 300501 310501 320501 330501 340501 350501 360501 370501 380501 390501 400501
Workers' Day|240501 250501
Eid-ul-Adha (estimated)|270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid-ul-Adha|240616 250606 260527
Republic Day|250701 260701 270701 280701 290701 300701 310701 320701 330701 340701 350701 360701 370701 380701 390701 400701
Founders' Day|240804
Founder's Day|250921 260921 270921 280921 290921 300921 310921 320921 330921 340921 350921 360921 370921 380921 390921 400921
Kwame Nkrumah Memorial Day|240921
Farmers' Day|12-01fri
Christmas Day|12-25
Boxing Day|12-26
=GI|Gibraltar
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
Winter Midterm Bank Holiday|240212 250217 260216 270215 280221 290219 300218 310217 320216 330221 340220 350219 360218 370216 380215 390221 400220
Good Friday|easter-2
Easter Monday|easter+1
Workers' Memorial Day|04-28
Workers' Memorial Day (observed)|240429 290430 300429 350430 400430
May Day|05-01
May Day (observed)|270503 320503 330502 380503 390502
Spring Bank Holiday|05-25mon
King's Birthday|240617 250616 260615 270614 280612 290611 300610 310616 320614 330613 340612 350611 360616 370615 380614 390613 400611
Late Summer Bank Holiday|08-25mon
Gibraltar National Day|09-10
Gibraltar National Day (observed)|280911 330912 340911 390912
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331227 381227 391227
Boxing Day (observed)|261228 271228 321228 371228 381228
=GR|Greece
New Year's Day|01-01
Epiphany|01-06
Green Monday|pascha-48
Independence Day|03-25
Good Friday|pascha-2
Labor Day (observed)|270504 320504 330502 380503 390502
Easter Monday|pascha+1
Labor Day|240507 250501 260501 270501 280501 290501 300501 310501 320501 330501 340501 350501 360501 370501 380501 390501 400501
Pentecost Monday|pascha+50
Dormition of the Mother of God|08-15
Ohi Day|10-28
Christmas Day|12-25
Glorifying Mother of God|12-26
=GL|Greenland
New Year's Day|01-01
Maundy Thursday|easter-3
Good Friday|easter-2
Easter Sunday|easter+0
Easter Monday|easter+1
Great Prayer Day|easter+26
Ascension Day|easter+39
Pentecost|easter+49
Pentecost Monday|easter+50
Christmas Day|12-25
Second Day of Christmas|12-26
=GD|Grenada
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Independence Day|02-07
Independence Day (observed)|270208 380208
Good Friday|easter-2
Easter Monday|easter+1
Labour Day|05-01
Labour Day (observed)|330502 390502
Whit Monday|easter+50
Corpus Christi|easter+60
Emancipation Day (observed)|270802 320802 380802
Emancipation Day|240805 250801 260801 270801 280801 290801 300801 310801 320801 330801 340801 350801 360801 370801 380801 390801 400801
Carnival Monday|08-08mon
Carnival Tuesday|08-09tue
National Heroes' Day|10-19
National Heroes' Day (observed)|251020 311020 361020
Thanksgiving Day|10-25
Thanksgiving Day (observed)|261026 371026
Christmas Day|12-25
Christmas Day (observed)|331226 391226
Boxing Day|12-26
Boxing Day (observed)|271227 321227 381227
=GP|Guadeloupe
New Year's Day|01-01
Mi-Careme|easter-24
Good Friday|easter-2
Easter Monday|easter+1
Labor Day|05-01
Victory Day|05-08
Ascension Day|easter+39
Pentecost Monday|easter+50
Abolition of Slavery|05-27
National Day|07-14
Victor Schoelcher Day|07-21
Assumption Day|08-15
All Saints' Day|11-01
Armistice Day|11-11
Christmas Day|12-25
=GU|Guam
New Year's Day|01-01
Martin Luther King Jr. Day|01-15mon
Washington's Birthday|02-15mon
Guam Discovery Day|03-01mon
Good Friday|easter-2
Memorial Day|05-25mon
Juneteenth National Independence Day (observed)|270618 320618 330620 380618 390620
Juneteenth National Independence Day|06-19
Independence Day (observed)|260703 270705 320705 370703 380705
Independence Day|07-04
Liberation Day (Guam)|07-21
Labor Day|09-01mon
All Souls' Day|11-02
Veterans Day (observed)|281110 291112 341110 351112 401112
Veterans Day|11-11
Thanksgiving Day|11-22thu
Lady of Camarin Day|12-08
Christmas Day (observed)|271224 321224 331226 381224 391226
Christmas Day|12-25
New Year's Day (observed)|271231 321231 340102 381231 400102
=GT|Guatemala
New Year's Day|01-01
Maundy Thursday|easter-3
Good Friday|easter-2
Holy Saturday|easter-1
Labor Day|05-01
Army Day|06-28mon
Assumption Day|08-15
Independence Day|09-15
Revolution Day|10-20
All Saints' Day|11-01
Christmas Day|12-25
=GG|Guernsey
New Year's Day|01-01
New Year's Day (substitute day)|280103 330103 340102 390103 400102
Good Friday|easter-2
Easter Monday|easter+1
May Day Bank Holiday|05-01mon
Liberation Day|05-09
Spring Bank Holiday|05-25mon
The visit of His Majesty King Charles III and Queen Camilla|240716
Summer Bank Holiday|08-25mon
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (substitute day)|271227 321227 331227 381227 391227
Boxing Day (substitute day)|261228 271228 321228 371228 381228
=GN|Guinea
New Year's Day|01-01
Day after the New Year's Day|340102 400102
Day after the Eid al-Fitr (estimated)|330103 371109 401008
Day after Night of Power (estimated)|260316 270306 280223 290211 300131 310121 320110 321230 331219 341208 351127 361115 371105 381026 391015 401003
Eid al-Fitr (estimated)|260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Easter Monday|easter+1
Day after Night of Power|240406 250327
Eid al-Fitr|240410 250331
Labor Day|05-01
Africa Day|05-25
Eid al-Adha (estimated)|260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Day after Eid al-Adha (estimated)|260528 270517 280506 290425 300414 310403 320323 330312 340302 350219 360208 370127 380117 390106 391227 401215
Eid al-Adha|240616 250607
Day after Eid al-Adha|240617 250608
Assumption Day|08-15
Day after Prophet's Birthday (estimated)|260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Day after Prophet's Birthday|240915 250905
Day after the Independence Day|331003 391003
Independence Day|10-02
Christmas Day|12-25
=GW|Guinea-Bissau
New Year's Day|01-01
National Heroes' Day|01-20
Day of the Beginning of the Armed Struggle|01-23
International Women's Day|03-08
Eid al-Fitr (estimated)|260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Easter Sunday|easter+0
Eid al-Fitr|240410 250330
Worker's Day|05-01
Eid al-Adha (estimated)|260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha|240616 250606
Pidjiguiti Day|08-03
Independence Day|09-24
Christmas Day|12-25
=GY|Guyana
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
Republic Day|02-23
Phagwah (observed)|310310 340306
Phagwah|240325 250314 260303 270322 280311 290301 300320 310309 320327 330316 340305 350324
Good Friday|easter-2
Easter Monday|easter+1
Eid-Ul-Azha (observed, estimated)|300415 380118
Labour Day|05-01
Labour Day (observed)|330502 390502
Arrival Day|05-05
Arrival Day (observed)|240506 300506
Independence Day|05-26
Eid-Ul-Azha (estimated)|260528 270517 280506 290425 300414 310403 320323 330312 340302 350219 360208 370127 380117 390106 391227 401215
Eid-Ul-Azha|240617 250607
CARICOM Day|07-01mon
Emancipation Day|08-01
Emancipation Day (observed)|270802 320802 380802
Youman Nabi (observed, estimated)|270816 300715 380419
Youman Nabi (estimated)|260826 270815 280804 290725 300714 310703 320621 330610 340531 350521 360509 370429 380418 390407 400326
Youman Nabi|240916 250905
Deepavali|241031 251020 261108 271029 281017 291105 301026 311114 321102 331022 341110 351030
Deepavali (observed)|261109
Christmas Day|12-25
Christmas Day (observed)|271227 321227 331227 381227 391227
Day After Christmas|12-26
Day After Christmas (observed)|261228 271228 321228 371228 381228
=HT|Haiti
National Independence Day|01-01
New Year's Day|01-01
Ancestry Day|01-02
Carnival|easter-49
Shrove Monday|easter-48
Fat Tuesday|easter-47
Good Friday|easter-2
Easter Sunday|easter+0
Agriculture and Labor Day|05-01
Flag Day and University Day|05-18
Corpus Christi|easter+60
Assumption Day|08-15
Death of Dessalines|10-17
All Saints' Day|11-01
Day of the Dead|11-02
Armed Forces Day|11-18
Commemoration of the Battle of Vertieres|11-18
Christmas Day|12-25
=HN|Honduras
New Year's Day|01-01
Maundy Thursday|easter-3
Good Friday|easter-2
Holy Saturday|easter-1
Panamerican Day|04-14
Labor Day|05-01
Independence Day|09-15
Morazan Weekend|10-01wed 10-02thu 10-03fri
Christmas Day|12-25
=HK|Hong Kong
New Year's Day|01-01
New Year's Day (observed)|340102 400102
The second day of Chinese New Year|250130 260218 280127 290214 300204 310124 320212 330201 340220 350209 360129 370216 380205 390125 400213
Chinese New Year|240210 250129 260217 270206 280126 290213 310123 320211 330131 350208 360128 380204 390124
The third day of Chinese New Year|240212 250131 260219 270208 280128 290215 300205 310125 320213 330202 340221 350210 360130 370217 380206 390126 400214
The fourth day of Chinese New Year|240213 270209 300206 340222 370218 400215
Tomb-Sweeping Day|240404 250404 260405 270405 280404 290404 300405 310405 320404 330404 340405 350405 360404 370404 380405 390405 400404
Easter Monday|260406 270329 280417 290402 300422 310414 320329 330418 340410 350326 360414 370406 380426 390411 400402
Tomb-Sweeping Day (observed)|260407 320405
Good Friday|280414 290330 300419 310411 320326 330415 340407 350323 360411 370403 380423 390408 400330
The day following Good Friday|300420 310412 320327 330416 340408 350324 360412 370404 380424 390409 400331
Labor Day|05-01
Labor Day (observed)|330502 390502
The Buddha's Birthday|240515 250505 260524 270513 280502 290520 300509 310528 320516 330506 340525 350515 360503 370522 380511 390430 400518
The Buddha's Birthday (observed)|260525 290521 320517
Dragon Boat Festival (observed)|280529 350611
Dragon Boat Festival|240610 250531 260619 270609 280528 290616 300605 310624 320612 330601 340620 350610 360530 370618 380607 390527 400614
Hong Kong S.A.R. Establishment Day|07-01
Hong Kong S.A.R. Establishment Day (observed)|290702 350702 400702
The Day following Mid-Autumn Festival|240918 251007 260926 270916 281004 300913 311002 320920 330909 340928 350917 370925 380914 391003 400921
The Second Day following Mid-Autumn Festival|290924 361006
National Day|10-01
National Day (observed)|281002 331003 341002
Double Ninth Festival|241011 251029 261018 271008 281026 291016 301005 311024 321012 331001 341020 351009 361027 371017 381007 391026 401014
Double Ninth Festival (observed)|261019 401015
Christmas Day|12-25
Christmas Day (observed)|331227 391227
The first weekday after Christmas Day|241226 251226 261226 271227 281226 291226 301226 311226 321227 331226 341226 351226 361226 371226 381227 391226 401226
=HU|Hungary
New Year's Day|01-01
Day off (substituted from 01/10/2026)|260102
National Day|03-15 10-23
Good Friday|easter-2
Easter|easter+0
Easter Monday|easter+1
Day off (substituted from 05/17/2025)|250502
Labor Day|05-01
Pentecost|easter+49
Pentecost Monday|easter+50
Day off (substituted from 08/03/2024)|240819
Day off (substituted from 08/08/2026)|260821
State Foundation Day|08-20
Day off (substituted from 10/18/2025)|251024
All Saints' Day|11-01
Christmas Eve|261224 271224 281224 291224 301224 311224 321224 331224 341224 351224 361224 371224 381224 391224 401224
Day off (substituted from 12/13/2025)|251224
Day off (substituted from 12/07/2024)|241224
Christmas Day|12-25
Second Day of Christmas|12-26
Day off (substituted from 12/14/2024)|241227
=IS|Iceland
New Year's Day|01-01
Maundy Thursday|easter-3
Good Friday|easter-2
Easter Sunday|easter+0
Easter Monday|easter+1
First Day of Summer|04-19thu
Labor Day|05-01
Ascension Day|easter+39
Pentecost|easter+49
Pentecost Monday|easter+50
National Day|06-17
Commerce Day|08-01mon
Christmas Day|12-25
Second Day of Christmas|12-26
=IN|India
-AN|Andaman and Nicobar Islands
-AR|Arunachal Pradesh
-AS|Assam
-CH|Chandigarh
-DH|Dadra and Nagar Haveli and Daman and Diu
-GA|Goa
-GJ|Gujarat
-HR|Haryana
-HP|Himachal Pradesh
-JK|Jammu and Kashmir
-JH|Jharkhand
-KA|Karnataka
-KL|Kerala
-LA|Ladakh
-LD|Lakshadweep
-MP|Madhya Pradesh
-MH|Maharashtra
-MZ|Mizoram
-OD|Odisha
-PY|Puducherry
-PB|Punjab
-RJ|Rajasthan
-SK|Sikkim
-TN|Tamil Nadu
-TR|Tripura
-UP|Uttar Pradesh
-UK|Uttarakhand
-WB|West Bengal
Mannam's Jayanti|01-02|KL
Post New Year|01-02|MZ
Missionary Day|01-11|MZ
Swami Vivekananda's Jayanti|01-12|WB
Makar Sankranti|240114 250114 260114 270115 280115 290114 300114 310115 320115 330114 340114 350115|DH KA LD SK
Pongal|260114|DH TN
Uttarayan|240114 250114 260114 270115 280115 290114 300114 310115 320115 330114 340114 350115|GJ
Magh Bihu|240115 250114 260114 270115 280115 290114 300114 310115 320115 330114 340114 350115|AS DH
Pongal|240115 250114 270115 280115 290114 300114 310115 320115 330114 340114 350115|DH PY TN
Pongal|260115|PY
Thiruvalluvar Day|260115|TN
Thiruvalluvar Day|260116|PY
Thiruvalluvar Day|240116 250115 270116 280116 290115 300115 310116 320116 330115 340115 350116|PY TN
Guru Gobind Singh's Jayanti|240117 250106 251227 270115 280104 290115 300110 301231 320118 330107 340117 350116|CH PB
Uzhavar Thirunal|240117 250116 260116 270117 280117 290116 300116 310117 320117 330116 340116 350117|TN
Netaji Subhas Chandra Bose's Jayanti|01-23|AS TR WB
Statehood Day|01-25|HP
Republic Day|01-26
Shab-I-Miraj (estimated)|240209 250128 260117 270106 271226 281215 291204 301124 311113 321102 331022 341011 350930 360919 370908 380829 390818 400806|JK
Sonam Lochhar|240210 250130 260119 270207 280226 290115 300203 310124 320212 330131 340121 350209|SK
Sir Chottu Ram's Jayanti|240214 250202 260123 270211 280131 290119 300207 310127 320215 330204 340124 350212|HR
Chhatrapati Shivaji Maharaj's Jayanti|02-19|MH
Statehood Day|02-20|AR
Guru Ravi Das's Jayanti|240224 250212 260201 270220 280210 290130 300218 310207 320226 330214 340203 350222|HP
Akhil Sikkim Khas Chettri Bahun Kalyan Sangh's Foundation Day|02-26|SK
Maha Shivaratri|250226 270306 280223 290211 300302 310220 320310 330227 340217 350308
Holi|260303|MH
Holi|260304|!MH
Id-ul-Fitr (estimated)|270310 280227 290215 300205 310125 320115 330103 331224 341213 351202 361120 371109 381030 391020 401008
Nauroz|240320 250321 260321 270321 280320 290320 300321 310321 320320 330320 340321 350321 360320 370320 380321 390321 400320|JK LA
Veerangana Avantibai's Shaheedi Diwas|03-20|MP
Shaheed-e-Azam Bhagat Singh, Sukhdev and Rajguru's Shaheedi Diwas|03-23|HR PB
Holika Dahan|240324 250313 260303 270321 280310 290228 300319 310308 320326 330315 340304 350323|RJ UK
Holi|240325 250314 270322 280311 290301 300320 310309 320327 330316 340305 350324
Ram Navami|260326|!OD
Ram Navami|260327|OD
Maundy Thursday|easter-3|KL
Good Friday|easter-2
Easter Sunday|easter+0|KL
Guru Nabha Dass's Jayanti|04-08|PB
Kerala Assembly Election Day|260409|KL
1st Navratra|240409 250330 260320 270408 280327 290415 300404 310324 320411 330331 340321 350409|JK
Chaitra Sukladi|240409 250330 260319 270407 280327 290414 300403 310324 320411 330331 340321 350409|DH
Cheti Chand|240409 250330 260319 270407 280327 290414 300403 310324 320411 330331 340321 350409|DH GJ RJ UK
Gudi Padwa|240409 250330 260319 270407 280327 290414 300403 310324 320411 330331 340321 350409|DH GA MH
Ugadi|240409 250330 260319 270407 280327 290414 300403 310324 320411 330331 340321 350409|DH KA
Id-ul-Fitr|240411 250331 260321
Mahatma Jyotiba Phule's Jayanti|04-11|RJ
Bahag Bihu|240413 240415 250414 250416 260414 260416 270414 270416 280413 280415 290414 290416 300414 300416 310414 310416 320413 320415 330414 330416 340414 340416 350414 350416 360413 360415 370414 370416 380414 380416 390414 390416 400413 400415|AS
Baisakhi|240413 250413 260414 270414 280413 290414 300414 310414 320413 330414 340414 350414|JK
Vaisakhi|240413 250413 260414 270414 280413 290414 300414 310414 320413 330414 340414 350414|HR PB
Bahag Bihu|240414 250415 260415 270415 280414 290415 300415 310415 320414 330415 340415 350415 360414 370415 380415 390415 400414|AR AS
Dr. B. R. Ambedkar's Jayanti|04-14
Pohela Boishakh|240414 250415 260415 270415 280414 290415 300415 310415 320414 330415 340415 350415|TR WB
Puthandu|240414 250414 260414 270414 280414 290414 300414 310414 320414 330414 340414 350414|PY TN
Vishu|240414 250414 260415 270415 280414 290414 300415 310415 320414 330414 340414 350414|KL PY
Himachal Day|04-15|HP
Vishu (Day 2)|240415 250415 260416 270416 280415 290415 300416 310416 320415 330415 340415 350415|PY
Ram Navami|240417 270415 280403 300412 310401 320419 330407 340328 350416
Garia Puja|240420 250421 260421 270421 280420 290421 300421 310421 320420 330421 340421 350421 360420 370421 380421 390421 400420|TR
Mahavir Jayanti|240421 250410 260331 270418 280407 290426 300416 310405 320423 330412 340401 350420
Maharashtra Day|05-01|MH
May Day|05-01|AS KA KL PY TN WB
Rabindranath Tagore's Jayanti|240508 250509 260509 270509 280508 290509 300509 310509 320508 330509 340509 350509 360508 370509 380509 390509 400508|WB
Akshay Tritiya|240510 250429 260419 270508 280427 290516 300505 310424 320511 330501 340420 350509|HR
Bhagvan Shri Parshuram's Jayanti|240510 250429 260419 270508 280427 290516 300505 310424 320511 330501 340420 350509|GJ HR HP PB RJ
Id-ul-Zuha (Bakrid) (estimated)|270517 280506 290425 300414 310403 320323 330312 340302 350219 360208 370127 380117 390106 391227 401215
Sikkim State Day|05-16|SK
Buddha Purnima|240523 250512 260501 270520 280508 290527 300517 310507 320525 330514 340503 350522
Maharana Pratap's Jayanti|240609 250529 260617 270607 280527 290515 300604 310524 320611 330531 340520 350608|HR HP RJ
Guru Arjun Dev's Shaheedi Diwas|240610 250530 260618 270608 280528 290616 300605 310526 320613 330602 340522 350611|PB
Muharram (estimated)|270616 280604 290524 300513 310503 320421 330411 340331 350321 360309 370226 380215 390205 400125
Young Mizo Association's Day|06-15|MZ
Id-ul-Zuha (Bakrid)|240617 250607 260527
Sant Kabir's Jayanti|240622 250611 260629 270618 280607 290626 300615 310605 320623 330612 340602 350620|HR HP PB
Remna Ni|06-30|MZ
Mizo Hmeichhe Insuihkhawm Pawl's Day|07-06|MZ
Bhanu's Jayanti|07-13|SK
Kharchi Puja|240714 250703 260722 270711 280630 290719 300708 310628 320716 330705 340724 350713|TR
Harela|07-16|UK
Muharram|240717 250706 260626
Shaheed Udham Singh's Shaheedi Diwas|07-31|HR PB
Karkadaka Vavu|240803 250724 260812 270802 280722 290810 300730 310719 320806 330726 340814 350803|KL
Ker Puja|240803 250719 260804 270728 280725 290728 300717 310805 320724 330713 340801 350721|TR
International Day of Adivasi Peoples|08-09|RJ
Milad-un-Nabi (estimated)|270815 280804 290725 300714 310703 320621 330610 340531 350521 360509 370429 380418 390407 400326
Independence Day|08-15
Parsi New Year (Shahenshahi)|240815 250815 260815 270815 280814 290814 300814 310814 320813 330813 340813 350813 360812 370812 380812 390812 400811|DH GJ MH
Puducherry De Jure Transfer Day|08-16|PY
Maharaja Bir Bikram Kishore Manikya Bahadur's Jayanti|08-19|TR
Raksha Bandhan|240819 250809 260828 270817 280805 290823 300813 310802 320820 330810 340829 350818|DH GJ HR MP RJ UP UK
Nepali Bhasa Manyata Diwas|08-20|SK
Shri Narayana Guru's Jayanti|240820 250907 260828 270915 280903 290824 300911 310901 320822 330908 340830 350916|KL
Janmashtami (Vaishnava)|240826 250816 260904 270825 280813 290901 300821 310810 320828 330817 340906 350826
Ayyankali's Jayanti|08-28|KL
Hartalika Teej|240906 250826 260914 270903 280822 290911 300831 310919 320908 330828 340915 350904|SK
Ganesh Chaturthi|240907 250827 260914 270904 280823 290911 300901 310920 320908 330828 340916 350905|GA KA LD MH PY TN
Ganesh Chaturthi / Vinayak Chaturthi|240907 250827 260914 270904 280823 290911 300901 310920 320908 330828 340916 350905|DH
Ganesh Chaturthi (Day 2)|240908 250828 260915 270905 280824 290912 300902 310921 320909 330829 340917 350906|GA
Samvatsari Day|240908 250828 260915 270904 280824 290912 300902 310921 320909 330830 340917 350906|GJ
Khejarli's Shaheedi Diwas|09-11|RJ
Karma Puja|240914 250903 260922 270911 280830 290918 300908 310927 320915 330905 340924 350913|JH
Onam (Day 1)|240914 250904 260825 270911 280831 290821 300908 310829 320819 330905 340827 350913|KL PY
Onam|240915 250905 260826 270912 280901 290822 300909 310830 320820 330906 340828 350914|AN LD
Onam (Day 2)|240915 250905 260826 270912 280901 290822 300909 310830 320820 330906 340828 350914|KL PY
Milad-un-Nabi|240916 250905 260826
Onam (Day 3)|240916 250906 260827 270913 280902 290823 300910 310831 320821 330907 340829 350915|KL
Vishwakarma Puja|240916 250917 260917 270917 280917 290917 300917 310917 320917 330917 340917 350917|UK
Onam (Day 4)|240917 250907 260828 270914 280903 290824 300911 310901 320822 330908 340830 350916|KL
Shri Narayana Guru's Death Anniversary|09-21|KL
Haryana War Heroes' Shaheedi Diwas|09-23|HR
Maharaja Hari Singh's Jayanti|09-23|JK
Mahalaya|241002 250921 261010 270929 280918 291007 300927 311015 321004 330923 341011 351001|WB
Mahatma Gandhi's Jayanti|10-02
Maharaj Agrasen's Jayanti|241003 250922 261011 270930 280919 291008 300928 311017 321005 330924 341013 351002|HR PB RJ
Sharad Navratri|241003 250922 261011 270930 280919 291008 300928 311017 321005 330924 341013 351002|RJ
Late Nar Bahadur Bhandari's Jayanti|10-05|SK
Mahasaptami|241010 250929 261018 271006 280925 291013 301003 311022 321011 331001 341019 351008|TR WB
Ayudha Puja|241011 251001 261019 271008 280926 291015 301005 311024 321013 331002 341021 351010|PY TN
Durgashtami|241011 250930 261019 271007 280926 291014 301004 311023 321012 331002 341020 351009|RJ
Mahanavami|241011 251001 271008 280926 291015 301005 311024 321013 331002 341021 351010|JK KL WB
Mahashtami|241011 250930 261019 271007 280926 291014 301004 311023 321012 331002 341020 351009|AR TR WB
Dussehra|241012 251002 261020 271009 280927 291016 301006 311025 321014 331003 341022 351011|!KL WB
Vijayadashami|241012 251002 261021 271009 280927 291016 301006 311025 321014 331003 341022 351011|KL WB
Maharshi Valmiki's Jayanti|241017 251007 261026 271015 281003 291022 301011 311030 321018 331008 341027 351017|CH HR HP PB UK
Mahanavami|261019|JK
Mahanavami|261020|KL WB
Accession Day|10-26|JK
Diwali (Deepavali)|241031 251020 261108 271029 281017 291105 301026 311114 321102 331022 341110 351030
Kali Puja|241031 251020 261108 271028 281017 291105 301026 311114 321102 331022 341110 351030|WB
Sardar Vallabhbhai Patel's Jayanti|10-31|GJ
Haryana Day|11-01|HR
Karnataka Rajyotsava|11-01|KA
Puducherry Liberation Day|11-01|PY
Diwali (Bali Pratipada)|241102 251022 261110 271030 281018 291106 301027 311115 321103 331023 341111 351031|MH
Govardhan Puja|241102 251022 261110 271030 281018 291106 301027 311115 321103 331023 341111 351031|DH MP RJ UP
Vikram Samvat New Year|241102 251022 261110 271030 281018 291106 301027 311115 321104 331024 341112 351101|GJ
Vishwakarma Day|241102 251022 261110 271030 281018 291106 301027 311115 321103 331023 341111 351031|HR PB
Bhai Duj|241103 251023 261111 271031 281019 291107 301028 311116 321104 331024 341112 351101|GJ RJ UP WB
Chitragupt's Jayanti|241103 251023 261111 271031 281019 291107 301028 311116 321104 331024 341112 351101|UP
Chhath Puja|241107 251028 261115 271104 281023 291111 301101 311120 321109 331029 341117 351106|JH WB
Pratihar Shashthi or Surya Shashthi (Chhath Puja)|241107 251028 261115 271104 281023 291111 301101 311120 321109 331029 341117 351106|DH
Birsa Munda's Jayanti|11-15|WB
Guru Nanak's Jayanti|241115 251105 261124 271114 281102 291121 301110 311128 321117 331106 341125 351115
Kartar Singh Sarabha's Shaheedi Diwas|11-16|PB
Guru Tegh Bahadur's Shaheedi Diwas|11-24|PB UK
Indigenous Faith Day|12-01|AR
Saint Francis Xavier's Day|12-03|GA
Goa Liberation Day|12-19|GA
Christmas Eve|12-24|MZ
Christmas|12-25
Post Christmas|12-26|MZ
Jor Mela Fatehgarh Sahib|12-28|PB
Tamu Lochhar|241230 251230 261230 271230 281230 291230 301231 311231 321230|SK
New Year's Eve|12-31|MZ
=ID|Indonesia
New Year's Day|01-01
Lunar New Year (estimated)|280126 290213 300203 310123 320211 330131 340219 350208 360128 370215 380204 390124 400212
Isra' and Mi'raj|240208 250127 260116 270105 271226
Lunar New Year|240210 250129 260217 270206
General Election Day|240214
Eid al-Fitr (estimated)|270310 280227 290215 300204 310125 320114 330103 331223 341212 351201 361119 371109 381030 391019 401008
Eid al-Fitr Second Day (estimated)|270311 280228 290216 300205 310126 320115 330104 331224 341213 351202 361120 371110 381031 391020 401009
Day of Silence|240311 250329 260319 270308 280326 290315 300305 310324 320312 330331 340320 350310 360328 370317 380306 390325 400314
Good Friday|easter-2
Easter Sunday|easter+0
Eid al-Fitr|240410 250331 260321
Eid al-Fitr Second Day|240411 250401 260322
International Labor Day|05-01
Ascension Day|easter+39
Vesak Day (estimated)|280509 290527 300516 310604 320523 330513 340601 350522 360510 370529 380518 390507 400525
Eid al-Adha (estimated)|270517 280505 290425 300414 310403 320322 330312 340301 350219 360208 370127 380116 390106 391226 401215
Vesak Day|240523 250512 260531 270520
Islamic New Year (estimated)|280526 290515 300504 310423 320412 330401 340322 350311 360229 370217 380206 390126 400116
Pancasila Day|06-01
Eid al-Adha|240617 250606 260527
Islamic New Year|240707 250627 260616 270606
Prophet's Birthday (estimated)|280804 290724 300713 310702 320621 330610 340530 350520 360509 370428 380417 390406 400325
Independence Day|08-17
Prophet's Birthday|240916 250905 260825 270815
Local Election Day|241127
Isra' and Mi'raj (estimated)|281214 291204 301123 311113 321101 331021 341010 350930 360918 370908 380829 390818 400806
Christmas Day|12-25
=IR|Iran
Isra' and Mi'raj (estimated)|270106 271226 281215 291204 301124 311113 321102 331022 341011 350930 360919 370908 380829 390818 400806
Birthday of Mahdi (estimated)|270124 280113 290101 291222 301211 311201 321119 331108 341028 351017 361006 370926 380915 390905 400824
Birthday of Imam Ali|240125 250114 260103 261223
Isra' and Mi'raj|240208 250128 260117
Islamic Revolution Day|240211 250210 260211 270211 280211 290210 300210 310211 320211 330210 340210 350211 360211 370210 380210 390211 400211
Birthday of Mahdi|240225 250214 260204
Martyrdom of Imam Ali (estimated)|270301 280218 290206 300126 310116 320105 321225 331214 341203 351122 361110 371031 381021 391010 400928
Public Holiday|260301 260302 260303 260304 260305 260306 260307
Eid al-Fitr (estimated)|270310 280227 290215 300205 310125 320115 330103 331224 341213 351202 361120 371109 381030 391020 401008
Eid al-Fitr Holiday (estimated)|270311 280228 290216 300206 310126 320116 330104 331225 341214 351203 361121 371110 381031 391021 401009
Iranian Oil Industry Nationalization Day|240319 250319 260320 270320 280319 290319 300319 310320 320319 330319 340319 350320 360319 370319 380319 390320 400319
Last Day of Year|250320 300320 340320 380320
Nowruz|240320 250321 260321 270321 280320 290320 300321 310321 320320 330320 340321 350321 360320 370320 380321 390321 400320
Nowruz Holiday|03-22 03-23 240321 250324 260324 270324 280321 290321 300324 310324 320321 330321 340324 350324 360321 370321 380324 390324 400321
Islamic Republic Day|240331 250401 260401 270401 280331 290331 300401 310401 320331 330331 340401 350401 360331 370331 380401 390401 400331
Martyrdom of Imam Ali|240401 250322 260311
Nature's Day|240401 250402 260402 270402 280401 290401 300402 310402 320401 330401 340402 350402 360401 370401 380402 390402 400401
Martyrdom of Imam Ja'far al-Sadiq (estimated)|270403 280322 290311 300301 310218 320208 330127 340117 350106 351226 361214 371203 381123 391113 401101
Eid al-Fitr|240410 250331 260321
Eid al-Fitr Holiday|240411 250401 260322
Martyrdom of Imam Ja'far al-Sadiq|240504 250424 260414
Eid al-Adha (estimated)|270517 280506 290425 300414 310403 320323 330312 340302 350219 360208 370127 380117 390106 391227 401215
Eid al-Ghadir (estimated)|270525 280514 290503 300422 310411 320331 330320 340310 350227 360216 370204 380125 390114 400104 401223
Death of Imam Khomeini|240603 250604 260604 270604 280603 290603 300604 310604 320603 330603 340604 350604 360603 370603 380604 390604 400603
15 Khordad Uprising|240604 250605 260605 270605 280604 290604 300605 310605 320604 330604 340605 350605 360604 370604 380605 390605 400604
Tasua (estimated)|270615 280603 290523 300512 310502 320420 330410 340330 350320 360308 370225 380214 390204 400124
Ashura (estimated)|270616 280604 290524 300513 310503 320421 330411 340331 350321 360309 370226 380215 390205 400125
Eid al-Adha|240617 250606 260527
Eid al-Ghadir|240625 250614 260604
Tasua|240715 250705 260624
Ashura|240716 250706 260625
Arbaeen (estimated)|270725 280714 290703 300622 310611 320530 330520 340510 350429 360418 370407 380327 390316 400305
Death of Prophet Muhammad and Martyrdom of Hasan ibn Ali (estimated)|270802 280722 290711 300630 310619 320607 330528 340518 350507 360426 370415 380404 390324 400313
Martyrdom of Ali al-Rida (estimated)|270803 280723 290713 300702 310621 320609 330529 340519 350509 360427 370417 380406 390326 400314
Martyrdom of Hasan al-Askari (estimated)|270811 280731 290721 300710 310629 320617 330606 340527 350517 360505 370425 380414 390403 400322
Birthday of Muhammad and Imam Ja'far al-Sadiq (estimated)|270820 280809 290730 300719 310708 320626 330615 340605 350526 360514 370504 380423 390412 400331
Arbaeen|240825 250814 260804
Death of Prophet Muhammad and Martyrdom of Hasan ibn Ali|240902 250822 260812
Martyrdom of Ali al-Rida|240904 250824 260813
Martyrdom of Hasan al-Askari|240912 250901 260821
Birthday of Muhammad and Imam Ja'far al-Sadiq|240921 250910 260830
Martyrdom of Fatima (estimated)|271103 281022 291012 301002 310921 320909 330829 340818 350808 360727 370717 380706 390626 400614
Martyrdom of Fatima|241205 251124 261113
Birthday of Imam Ali (estimated)|271212 281201 291120 301110 311030 321019 331008 340927 350916 360905 370825 380815 390804 400723
=IQ|Iraq
New Year's Day|01-01
Army Day|01-06
February 8 Revolution|240208
Commemoration of the Saddam Baath crimes against the Iraqi people|250316 260316 270316 280316 290316 300316 310316 320316 330316 340316 350316 360316 370316 380316 390316 400316
Eid al-Fitr (estimated)|260320 260321 260322 270309 270310 270311 280226 280227 280228 290214 290215 290216 300204 300205 300206 310124 310125 310126 320114 320115 320116 330102 330103 330104 331223 331224 331225 341212 341213 341214 351201 351202 351203 361119 361120 361121 371108 371109 371110 381029 381030 381031 391019 391020 391021 401007 401008 401009
Nowruz|03-21
Eid al-Fitr|240410 240411 240412 250331 250401 250402
Labor Day|05-01
Day of Arafah (estimated)|260526 270515 280504 290423 300412 310401 320321 330310 340228 350217 360206 370125 380115 390104 391225 401213
Eid al-Adha (estimated)|260527 260528 260529 270516 270517 270518 280505 280506 280507 290424 290425 290426 300413 300414 300415 310402 310403 310404 320322 320323 320324 330311 330312 330313 340301 340302 340303 350218 350219 350220 360207 360208 360209 370126 370127 370128 380116 380117 380118 390105 390106 390107 391226 391227 391228 401214 401215 401216
Eid al-Ghadir (estimated)|260604 270524 280513 290502 300421 310410 320330 330319 340309 350226 360215 370203 380124 390113 400103 401222
Day of Arafah|240615 250605
Islamic New Year (estimated)|260616 270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Eid al-Adha|240616 240617 240618 250606 250607 250608
Ashura (estimated)|260625 270615 280603 290523 300512 310502 320420 330410 340330 350320 360308 370225 380214 390204 400124
Eid al-Ghadir|240624 250615
Islamic New Year|240707 250626
Ashura|240716 250705
Prophet's Birthday (estimated)|260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Prophet's Birthday|240915 250904
=IE|Ireland
New Year's Day|01-01
Saint Brigid's Day|240205 250203 260202 270201 280207 290205 300201 310203 320202 330207 340206 350205 360201 370202 380201 390207 400206
Saint Patrick's Day|03-17
Easter Monday|easter+1
May Bank Holiday|05-01mon
June Bank Holiday|06-01mon
August Bank Holiday|08-01mon
October Bank Holiday|10-25mon
Christmas Day|12-25
Saint Stephen's Day|12-26
=IM|Isle of Man
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
Good Friday|easter-2
Easter Monday|easter+1
May Day|05-01mon
Spring Bank Holiday|05-25mon
TT Bank Holiday|06-01fri
Tynwald Day|240705 250707 260706 270705 280705 290705 300705 310707 320705 330705 340705 350705 360707 370706 380705 390705 400705
Late Summer Bank Holiday|08-25mon
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331227 381227 391227
Boxing Day (observed)|261228 271228 321228 371228 381228
=IL|Israel
Independence Day|260422 270512 300508 330504 400418
Pesach|240423 250413 260402 270422 280411 290331 300418 310408 320327 330414 340404 350424 360412 370331 380420 390409 400329
Seventh day of Pesach|240429 250419 260408 270428 280417 290406 300424 310414 320402 330420 340410 350430 360418 370406 380426 390415 400404
Independence Day (observed)|240514 250501 280502 290419 310429 320415 340425 350515 360501 370421 380511 390428
Shavuot|240612 250602 260522 270611 280531 290520 300607 310528 320516 330603 340524 350613 360601 370520 380609 390529 400518
Rosh Hashanah|241003 241004 250923 250924 260912 260913 271002 271003 280921 280922 290910 290911 300928 300929 310918 310919 320906 320907 330924 330925 340914 340915 351004 351005 360922 360923 370910 370911 380930 381001 390919 390920 400908 400909
Yom Kippur|241012 251002 260921 271011 280930 290919 301007 310927 320915 331003 340923 351013 361001 370919 381009 390928 400917
Sukkot|241017 251007 260926 271016 281005 290924 301012 311002 320920 331008 340928 351018 361006 370924 381014 391003 400922
Simchat Torah / Shemini Atzeret|241024 251014 261003 271023 281012 291001 301019 311009 320927 331015 341005 351025 361013 371001 381021 391010 400929
=IT|Italy
-AG|Agrigento
-AL|Alessandria
-AN|Ancona
-Andria|Andria
-AO|Aosta
-AR|Arezzo
-AP|Ascoli Piceno
-AT|Asti
-AV|Avellino
-BA|Bari
-Barletta|Barletta
-BT|Barletta-Andria-Trani
-BL|Belluno
-BN|Benevento
-BG|Bergamo
-BO|Bologna
-BZ|Bolzano
-BS|Brescia
-BR|Brindisi
-CA|Cagliari
-CL|Caltanissetta
-CB|Campobasso
-CE|Caserta
-CT|Catania
-CZ|Catanzaro
-Cesena|Cesena
-CH|Chieti
-CO|Como
-CS|Cosenza
-CR|Cremona
-KR|Crotone
-CN|Cuneo
-EN|Enna
-FM|Fermo
-FE|Ferrara
-FI|Firenze
-FG|Foggia
-Forli|Forlì
-FC|Forli-Cesena
-FR|Frosinone
-GE|Genova
-GO|Gorizia
-GR|Grosseto
-IM|Imperia
-IS|Isernia
-AQ|L'Aquila
-SP|La Spezia
-LT|Latina
-LE|Lecce
-LC|Lecco
-LI|Livorno
-LO|Lodi
-LU|Lucca
-MC|Macerata
-MN|Mantova
-MS|Massa-Carrara
-MT|Matera
-ME|Messina
-MI|Milano
-MO|Modena
-MB|Monza e Brianza
-NA|Napoli
-NO|Novara
-NU|Nuoro
-OR|Oristano
-PD|Padova
-PA|Palermo
-PR|Parma
-PV|Pavia
-PG|Perugia
-Pesaro|Pesaro
-PU|Pesaro e Urbino
-PE|Pescara
-PC|Piacenza
-PI|Pisa
-PT|Pistoia
-PN|Pordenone
-PZ|Potenza
-RG|Ragusa
-RA|Ravenna
-RC|Reggio Calabria
-RE|Reggio Emilia
-RI|Rieti
-RN|Rimini
-RM|Roma
-RO|Rovigo
-SA|Salerno
-SS|Sassari
-SV|Savona
-SI|Siena
-SR|Siracusa
-SO|Sondrio
-SU|Sud Sardegna
-TA|Taranto
-TE|Teramo
-TR|Terni
-TO|Torino
-Trani|Trani
-TP|Trapani
-TN|Trento
-TV|Treviso
-TS|Trieste
-UD|Udine
-Urbino|Urbino
-VA|Varese
-VE|Venezia
-VB|Verbano-Cusio-Ossola
-VC|Vercelli
-VR|Verona
-VV|Vibo Valentia
-VI|Vicenza
-VT|Viterbo
New Year's Day|01-01
Epiphany|01-06
Saint Hilary of Poitiers's Day|01-13|PR
Saint Bassianus's Day|01-19|LO
Saint Sebastian's Day|01-20|CE
Saint Gaudentius's Day|01-22|NO
Saint Geminianus's Day|01-31|MO
Our Lady of the Fire|02-04|Forli FC
Saint Agatha's Day|02-05|CT
Our Lady of the Pilerio|02-12|CS
Saint Archelaus's Day|02-13|OR
Saint Modestinus's Day|02-14|AV
Saint Valentine's Day|02-14|TR
Saints Faustinus and Jovita's Day|02-15|BS
Saint Gerland's Day|02-25|AG
Saint Leoluca's Day|03-01|VV
Saints Hilary and Tatian's Day|03-16|GO
Our Lady of Mercy|03-18|SV
Saint Anselm of Baggio's Day|03-18|MN
Saint Joseph's Day|03-19|SP
Our Lady of the Seven Veils|03-22|FG
Easter Sunday|easter+0
Easter Monday|easter+1
Saint George's Day|04-23|CB FE RG RC
Liberation Day|04-25
Saint Mark's Day|04-25|LT PN VE
Saint Liberal's Day|04-27|TV
Labor Day|05-01
Saint Nicholas the Pilgrim's Day|05-03|BT Trani
Saint Cyriacus's Day|05-04|AN
Saint Secundus of Asti's Day|05-01tue|AT
Saint Victor the Moor's Day|05-08|VA VB
Saint Catald's Day|05-10|TA
Saint Justin of Chieti's Day|05-11|CH
Saint Pontian's Day|05-12thu|SU
Saint Peter Celestine's Day|05-19|IS
Pentecost Monday|easter+50|BZ
Saint Zeno's Day|05-21|VR
Saint Julia's Day|05-22|LI
Saint Gerard of Potenza's Day|05-30|PZ
Saint Crescentinus's Day|06-01|PU Urbino
Republic Day|06-02
Our Lady of the Letter|06-03|ME
Saint Maximus of Aveia's Day|06-10|AQ
Saint Anthony of Padua's Day|06-13|PD
Saint Ranieri's Day|06-17|PI
Saints Gervasius and Protasius's Day|06-19|SO
Saint Silverius's Day|06-20|FR
Saint John's Day|06-24|Cesena FI FC GE MB TO
Saint Vigilius's Day|06-26|TN
Saints Peter and Paul's Day|06-29|RM
Our Lady of the Bruna|07-02|MT
Visitation of Mary Day|07-02|EN
Saint Antoninus of Piacenza's Day|07-04|PC
Saint Maria Goretti's Day|07-06|LT
Saint Paulinus of Lucca's Day|07-12|LU
Saints Hermagoras and Fortunatus's Day|07-12|UD
Saint Rosalia's Day|07-15|PA
Saint Vitalian's Day|07-16|CZ
Saint Apollinaris's Day|07-23|RA
Saint James's Day|07-25|PT
Saint Eusebius of Vercelli's Day|08-01|VC
Our Lady of the Snows|08-05|NU
Saint Emidius's Day|08-05|AP
Saint Albert of Trapani's Day|08-07|TP
Saint Donatus of Arezzo's Day|08-07|AR
Saint Lawrence's Day|08-10|GR
Saint Clare of Assisi's Day|08-11|PG
Assumption Day|08-15 08-16|FM
Assumption Of Mary Day|08-15
Saint Bartholomew's Day|08-24|BN
Saint Alexander of Bergamo's Day|08-26|BG
Saint Orontius's Day|08-26|LE
Saint John's Day|08-29|RG
Saint Abbondius's Day|08-31|CO
Saint Julian the Hospitaller's Day|08-31|MC
Saint Theodore of Amasea and Saint Lawrence of Brindisi's Day|09-01sun|BR
Saint Rose of Viterbo's Day|09-04|VT
Saint Grat's Day|09-07|AO
Our Lady of Graces|09-08|PN
Our Lady of Monte Berico|09-08|VI
Saint Richard of Andria's Day|09-15sun|Andria BT
Saint Januarius's Day|09-19|NA
Saint Matthew's Day|09-21|SA
Saint Terentius of Pesaro's Day|09-24|Pesaro PU
Saint Michael the Archangel's Day|09-29|CL CN
Saint Francis of Assisi, Patron Saint of Italy|261004 271004 281004 291004 301004 311004 321004 331004 341004 351004 361004 371004 381004 391004 401004
Saint Francis of Assisi's Day|10-04|MS PG
Saint Petronius's Day|10-04|BO
Saint Dionysius's Day|10-09|KR
Saint Cetteus's Day|10-10|PE
Saint Gaudentius's Day|10-14|RN
Saint Saturninus of Cagliari's Day|10-30|CA
All Saints' Day|11-01
National Unity Day|11-01sun
Saint Justus's Day|11-03|TS
Saint Baudolino's Day|11-10|AL
Saint Martin's Day|11-11|BL
Saint Homobonus's Day|11-13|CR
Our Lady of Health|11-21|VE
Saint Prosper of Reggio's Day|11-24|RE
Saint Bellinus's Day|11-26|RO
Saint Leonard of Porto Maurizio's Day|11-26|IM
Saint Ansanus's Day|12-01|SI
Saint Barbara's Day|12-04|RI
Saint Nicholas's Day|12-06|BA LC SS
Saint Ambrose's Day|12-07|MI
Immaculate Conception|12-08
Saint Syrus's Day|12-09|PV
Saint Lucy's Day|12-13|SR
Saint Berardo's Day|12-19|TE
Christmas Day|12-25
Saint Stephen's Day|12-26
Saint Roger's Day|12-30|Barletta BT
=CI|Ivory Coast
New Year's Day|01-01
2024 African Cup of Nations Victory|240212
Day after the Eid al-Fitr|250331 330103 371109 401008
Easter Monday|easter+1
Day after Night of Power|240406 250327 260316 270306 280223 290211 300131 310121 320110 321230 331219 341208 351127 361115 371105 381026 391015 401003
Eid al-Fitr|240410 250330 260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Day after the Labor Day|330502 390502
Labor Day|05-01
Ascension Day|easter+39
Pentecost Monday|easter+50
Eid al-Adha|240616 250606 260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Day after the Eid al-Adha|240617 270517 350219
Day after the Independence Day|330808 390808
Independence Day|08-07
Assumption Day|08-15
Day after Prophet's Birthday|240915 250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
All Saints' Day|11-01
National Peace Day|11-15
Christmas Day|12-25
Day after the Christmas Day|331226 391226
=JM|Jamaica
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Ash Wednesday|easter-46
Good Friday|easter-2
Easter Monday|easter+1
National Labour Day|05-23
National Labour Day (observed)|260525 270524 320524 370525 380524
Emancipation Day|08-01
Emancipation Day (observed)|270802 320802 380802
Independence Day|08-06
Independence Day (observed)|280807 340807
National Heroes Day|10-15mon
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|331227 391227
=JP|Japan
New Year's Day|01-01
Coming of Age Day|01-08mon
Foundation Day|02-11
Substitute Holiday|240212 240506 240812 240923 241104 250224 250506 251124 260506 270322 290212 290430 290924 300506 300812 301104 310224 310506 311124 330321 340102 350212 350430 350924 360506 361124 370506 400102 400430
Emperor's Birthday|02-23
Vernal Equinox Day|240320 250320 260320 270321 280320 290320 300320 310321 320320 330320 340320 350321 360320 370320 380320 390321 400320
Showa Day|04-29
Constitution Day|05-03
Greenery Day|05-04
Children's Day|05-05
Marine Day|07-15mon
Mountain Day|08-11
Respect for the Aged Day|09-15mon
National Holiday|260922 320921 370922
Autumnal Equinox Day|240922 250923 260923 270923 280922 290923 300923 310923 320922 330923 340923 350923 360922 370923 380923 390923 400922
Sports Day|10-08mon
Culture Day|11-03
Labor Thanksgiving Day|11-23
=JE|Jersey
New Year's Day|01-01
New Year's Day (substitute day)|280103 330103 340102 390103 400102
Good Friday|easter-2
Easter Monday|easter+1
Early May Bank Holiday|250505 260504 270503 280501 290507 300506 310505 320503 330502 340501 350507 360505 370504 380503 390502 400507
May Bank Holiday|240506
Liberation Day|240509 250509 260509 280509 290509 300509 310509 330509 340509 350509 360509 370509 390509 400509
Spring Bank Holiday|05-25mon
The visit of His Majesty King Charles III and Queen Camilla|240715
Summer Bank Holiday|08-25mon
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (substitute day)|271227 321227 331227 381227 391227
Boxing Day (substitute day)|261228 271228 321228 371228 381228
=JO|Jordan
New Year's Day|01-01
Isra' and Mi'raj (estimated)|240208 250127 260116 270105 271225 281214 291203 301123 311112 321101 331021 341010 350929 360918 370907 380828 390817 400805
Eid al-Fitr (estimated)|240410 250330 260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Eid al-Fitr Holiday (estimated)|240411 240412 250331 250401 260321 260322 270310 270311 280227 280228 290215 290216 300205 300206 310125 310126 320115 320116 330103 330104 331224 331225 341213 341214 351202 351203 361120 361121 371109 371110 381030 381031 391020 391021 401008 401009
Labor Day|05-01
Independence Day|05-25
Day of Arafah (estimated)|240615 250605 260526 270515 280504 290423 300412 310401 320321 330310 340228 350217 360206 370125 380115 390104 391225 401213
Eid al-Adha (estimated)|240616 250606 260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha Holiday (estimated)|240617 240618 250607 250608 260528 260529 270517 270518 280506 280507 290425 290426 300414 300415 310403 310404 320323 320324 330312 330313 340302 340303 350219 350220 360208 360209 370127 370128 380117 380118 390106 390107 391227 391228 401215 401216
Islamic New Year (estimated)|240707 250626 260616 270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Prophet's Birthday (estimated)|240915 250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Christmas Day|12-25
=KZ|Kazakhstan
New Year's Day|01-01 01-02
Day off (substituted from 01/05/2025)|250103
New Year's Day (observed)|270104 280103 280104 330103 330104 340103 380104 390103 390104 400103
Orthodox Christmas|01-07
International Women's Day|03-08
International Women's Day (observed)|250310 260309 310310 360310 370309
Nowruz Holiday|03-21 03-22 03-23
Nowruz Holiday (observed)|240325 250324 250325 260324 260325 270324 300325 310324 310325 320324 360324 360325 370324 370325 380324
Kazakhstan's People Solidarity Holiday|05-01
Kazakhstan's People Solidarity Holiday (observed)|270503 320503 330502 380503 390502
Defender of the Fatherland Day|05-07
Day off (substituted from 05/04/2024)|240508
Defender of the Fatherland Day (observed)|280508 330510 340508 390510
Victory Day|05-09
Victory Day (observed)|260511 270510 320510 370511 380510
Eid al-Adha (estimated)|260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha|240616 250606
Capital Day|07-06
Capital Day (observed)|240708 250707 300708 310707 360707
Constitution Day|240830 250830 270315 280315 290315 300315 310315 320315 330315 340315 350315 360315 370315 380315 390315 400315
Constitution Day (observed)|250901 310317 360317 370316
Republic Day|10-25
Republic Day (observed)|251027 261026 311027 361027 371026
Independence Day|12-16
Independence Day (observed)|281218 291217 341218 351217 401217
=KE|Kenya
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Idd-ul-Fitr (observed, estimated)|330103 371109 401008
Idd-ul-Fitr (estimated)|270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Good Friday|easter-2
Easter Monday|easter+1
Idd-ul-Fitr|240410 250331 260320
Labour Day|05-01
Labour Day (observed)|330502 390502
National Tree Growing Day|240510
Madaraka Day|06-01
Madaraka Day (observed)|250602 310602 360602
Mazingira Day|251010 261010 271010 281010 291010 301010 311010 321010 331010 341010 351010 361010 371010 381010 391010 401010
Mazingira Day (observed)|271011 321011 381011
Utamaduni Day|241010
State Funeral for Former Prime Minister Raila Odinga|251017
Mashujaa Day|10-20
Mashujaa Day (observed)|241021 301021
Inauguration Day|241101
Jamhuri Day|12-12
Jamhuri Day (observed)|271213 321213 381213
Christmas Day|12-25
Boxing Day|12-26
Boxing Day (observed)|271227 321227 381227
Christmas Day (observed)|331227 391227
=KI|Kiribati
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
International Women's Day|03-08
International Women's Day (observed)|250310 260309 310310 360310 370309
Good Friday|easter-2
Easter Monday|easter+1
National Health Day|04-19
National Health Day (observed)|250421 260420 310421 360421 370420
Gospel Day|07-11
National Day - Independence Anniversary|07-12
National Day - Independence Anniversary (observed)|250714 260713 310714 360714 370713
National Day (in honor of Unimwane)|07-15
National Day (in honor of Unaine)|07-16
National Day (in honor of Unaine) (observed)|280717 330718 340717 390718
Youth Day|08-05
Youth Day (observed)|280807 290806 340807 350806 400806
Human Rights and Peace Day|12-09
Human Rights and Peace Day (observed)|281211 291210 341211 351210 401210
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331227 381227 391227
Boxing Day (observed)|261228 271228 321228 371228 381228
=XK|Kosovo
New Year's Day|01-01 01-02
New Year's Day (observed)|270104 280103 280104 330103 330104 340103 380104 390103 390104 400103
Orthodox Christmas Day|01-07
Orthodox Christmas Day (observed)|240108 290108 340109 350108 400109
Independence Day|02-17
Independence Day (observed)|240219 290219 300218 350219 360218
Eid al-Fitr (observed, estimated)|250331 280228 330104 351203 371109 401008
Catholic Easter|easter+0
Catholic Easter (observed)|240401 250421 260406 270329 280417 290402 300422 310414 320329 330418 340410 350326 360414 370406 380426 390412 400402
Constitution Day|04-09
Constitution Day (observed)|280410 330411 340410 390411
Eid al-Fitr (estimated)|240410 250330 260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
International Labor Day|05-01
International Labor Day (observed)|270503 320503 330502 380503 390502
Orthodox Easter|pascha+0
Orthodox Easter (observed)|240506 250421 260413 270504 280417 290410 300429 310414 320504 330425 340410 350430 360421 370406 380426 390418 400507
Europe Day|05-09
Europe Day (observed)|260511 270510 320510 370511 380510
Eid al-Adha (estimated)|240616 250606 260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha (observed, estimated)|240617 270517 300415 350220 380118
Catholic Christmas Day|12-25
Catholic Christmas Day (observed)|271227 321227 331226 381227 391227
=KW|Kuwait
New Year's Day|01-01
Isra' and Mi'raj (estimated)|240208 250127 260116 270105 271225 281214 291203 301123 311112 321101 331021 341010 350929 360918 370907 380828 390817 400805
National Day|02-25
Liberation Day|02-26
Eid al-Fitr (estimated)|240410 250330 260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Eid al-Fitr Holiday (estimated)|240411 240412 250331 250401 260321 260322 270310 270311 280227 280228 290215 290216 300205 300206 310125 310126 320115 320116 330103 330104 331224 331225 341213 341214 351202 351203 361120 361121 371109 371110 381030 381031 391020 391021 401008 401009
Day of Arafah (estimated)|240615 250605 260526 270515 280504 290423 300412 310401 320321 330310 340228 350217 360206 370125 380115 390104 391225 401213
Eid al-Adha (estimated)|240616 250606 260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha Holiday (estimated)|240617 240618 250607 250608 260528 260529 270517 270518 280506 280507 290425 290426 300414 300415 310403 310404 320323 320324 330312 330313 340302 340303 350219 350220 360208 360209 370127 370128 380117 380118 390106 390107 391227 391228 401215 401216
Islamic New Year (estimated)|240707 250626 260616 270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Prophet's Birthday (estimated)|240915 250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
=KG|Kyrgyzstan
New Year's Day|01-01
Day off (substituted from 01/08/2024)|240102
Day off (substituted from 01/11/2025)|250102
New Year Holidays|260102 260103 260104 260105 260106 270102 270103 270104 270105 270106 280102 280103 280104 280105 280106 290102 290103 290104 290105 290106 300102 300103 300104 300105 300106 310102 310103 310104 310105 310106 320102 320103 320104 320105 320106 330102 330103 330104 330105 330106 340102 340103 340104 340105 340106 350102 350103 350104 350105 350106 360102 360103 360104 360105 360106 370102 370103 370104 370105 370106 380102 380103 380104 380105 380106 390102 390103 390104 390105 390106 400102 400103 400104 400105 400106
Additional public holiday|250103 250106
Day off (substituted from 01/27/2024)|240103
Day off (substituted from 03/02/2024)|240104
Day off (substituted from 09/02/2024)|240105
Christmas Day|01-07
Fatherland Defender's Day|240223
Eid al-Fitr (estimated)|270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
International Women's Day|03-08
Nooruz Holiday|03-21
Day off (substituted from 04/08/2024)|240322
Day of the People's April Revolution|240407
Eid al-Fitr|240410 250330 260320
Labor Day|05-01
May Holidays|250502 250503 250504 250506 250507 250508 260502 260503 260504 260506 260507 260508 270502 270503 270504 270506 270507 270508 280502 280503 280504 280506 280507 280508 290502 290503 290504 290506 290507 290508 300502 300503 300504 300506 300507 300508 310502 310503 310504 310506 310507 310508 320502 320503 320504 320506 320507 320508 330502 330503 330504 330506 330507 330508 340502 340503 340504 340506 340507 340508 350502 350503 350504 350506 350507 350508 360502 360503 360504 360506 360507 360508 370502 370503 370504 370506 370507 370508 380502 380503 380504 380506 380507 380508 390502 390503 390504 390506 390507 390508 400502 400503 400504 400506 400507 400508
Day off (substituted from 05/06/2024)|240502
Day off (substituted from 05/11/2024)|240503
Constitution Day|05-05
Victory Day|05-09
Eid al-Adha (estimated)|270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha|240617 250606 260527
Independence Day|08-31
Days of History and Commemoration of Ancestors|241107 241108
=LA|Laos
New Year's Day|01-01
New Year's Day (in lieu)|280103 330103 340102 390103 400102
International Women's Rights Day|03-08
International Women's Rights Day (in lieu)|250310 260309 310310 360310 370309
Lao New Year's Day|04-14 04-15 04-16 240413
Lao New Year's Day (in lieu)|240417 240418 280417 280418 290417 290418 300417 330418 340417 340418 350417 350418 390418 400417 400418
International Labor Day|05-01
International Labor Day (in lieu)|270503 320503 330502 380503 390502
Lao National Day|12-02
Lao National Day (in lieu)|281204 291203 341204 351203 401203
=LV|Latvia
New Year's Day|01-01
Day off (substituted from 01/17/2026)|260102
Good Friday|easter-2
Easter Sunday|easter+0
Easter Monday|easter+1
Constitutional Assembly Convocation Day|05-01
Day off (substituted from 05/10/2025)|250502
Labor Day|05-01
Restoration of Independence Day|05-04
Restoration of Independence Day (observed)|240506 250505 300506 310505 360505
Mother's Day|05-08sun
Pentecost|easter+49
Day off (substituted from 06/27/2026)|260622
Midsummer Eve|06-23
Midsummer Day|06-24
Day off (substituted from 11/08/2025)|251117
Republic of Latvia Proclamation Day|11-18
Republic of Latvia Proclamation Day (observed)|281120 291119 341120 351119 401119
Day off (substituted from 12/14/2024)|241223
Christmas Eve|12-24
Christmas Day|12-25
Second Day of Christmas|12-26
Day off (substituted from 12/28/2024)|241230
New Year's Eve|12-31
=LB|Lebanon
New Year's Day|01-01
Armenian Orthodox Christmas Day|01-06
Saint Maron's Day|02-09
Eid al-Fitr (estimated)|260320 260321 270309 270310 280226 280227 290214 290215 300204 300205 310124 310125 320114 320115 330102 330103 331223 331224 341212 341213 351201 351202 361119 361120 371108 371109 381029 381030 391019 391020 401007 401008
Feast of the Annunciation|03-25
Catholic Good Friday|easter-2
Eid al-Fitr|240410 240411 250330 250331
Orthodox Holy Saturday|250419 280415 310412 340408 370404 380424
Labor Day|05-01
Labor Day (observed)|330502 390502
Orthodox Good Friday|pascha-2
Martyrs' Day|05-01sun
Resistance and Liberation Day|05-08sun
Eid al-Adha (estimated)|260527 260528 270516 270517 280505 280506 290424 290425 300413 300414 310402 310403 320322 320323 330311 330312 340301 340302 350218 350219 360207 360208 370126 370127 380116 380117 390105 390106 391226 391227 401214 401215
Islamic New Year Day (estimated)|260616 270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Eid al-Adha|240616 240617 250606 250607
Ashura (estimated)|250705 260625 270615 280603 290523 300512 310502 320420 330410 340330 350320 360308 370225 380214 390204 400124
Islamic New Year Day|240707 250626
Ashura|240716
Assumption Day|08-15
Prophet's Birthday (estimated)|250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Prophet's Birthday|240915
Independence Day|11-22
Christmas Day|12-25
=LS|Lesotho
New Year's Day|01-01
Moshoeshoe's Day|03-11
Good Friday|easter-2
Easter Monday|easter+1
Workers' Day|05-01
Ascension Day|easter+39
Africa/Heroes Day|05-25
King's Birthday|07-17
Independence Day|10-04
Christmas Day|12-25
Boxing Day|12-26
=LR|Liberia
Inauguration Day|240101
New Year's Day|01-01
Armed Forces Day|02-11
Decoration Day|03-08wed
J. J. Roberts Memorial Birthday|03-15
Fasting and Prayer Day|04-08fri
National Unification and Integration Day|05-14
Independence Day|07-26
National Flag Day|08-24
Thanksgiving Day|11-01thu
Tubman Administration Goodwill Day|11-29
Christmas Day|12-25
=LY|Libya
Anniversary of the February 17 Revolution|02-17
Eid al-Fitr (estimated)|260320 260321 260322 270309 270310 270311 280226 280227 280228 290214 290215 290216 300204 300205 300206 310124 310125 310126 320114 320115 320116 330102 330103 330104 331223 331224 331225 341212 341213 341214 351201 351202 351203 361119 361120 361121 371108 371109 371110 381029 381030 381031 391019 391020 391021 401007 401008 401009
Eid al-Fitr|240410 240411 240412 250331 250401 250402
Labor Day|05-01
Day of Arafah (estimated)|260526 270515 280504 290423 300412 310401 320321 330310 340228 350217 360206 370125 380115 390104 391225 401213
Eid al-Adha (estimated)|260527 260528 260529 270516 270517 270518 280505 280506 280507 290424 290425 290426 300413 300414 300415 310402 310403 310404 320322 320323 320324 330311 330312 330313 340301 340302 340303 350218 350219 350220 360207 360208 360209 370126 370127 370128 380116 380117 380118 390105 390106 390107 391226 391227 391228 401214 401215 401216
Day of Arafah|240615 250605
Islamic New Year Day (estimated)|260616 270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Eid al-Adha|240616 240617 240618 250606 250607 250608
Islamic New Year Day|240707 250626
National Environmental Sanitation Day|08-14
Prophet's Birthday (estimated)|250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Prophet's Birthday|240915
Martyrs' Day|09-16
Liberation Day|10-23
Independence Day|12-24
=LI|Liechtenstein
New Year's Day|01-01
Epiphany|01-06
Candlemas|02-02
Saint Joseph's Day|03-19
Easter Sunday|easter+0
Easter Monday|easter+1
Labor Day|05-01
Ascension Day|easter+39
Pentecost|easter+49
Pentecost Monday|easter+50
Corpus Christi|easter+60
National Day|08-15
Nativity of Mary|09-08
All Saints' Day|11-01
Immaculate Conception|12-08
Christmas Day|12-25
Saint Stephen's Day|12-26
=LT|Lithuania
New Year's Day|01-01
Day of Restoration of the State of Lithuania|02-16
Day of Restoration of Independence of Lithuania|03-11
Easter Sunday|easter+0
Easter Monday|easter+1
International Workers' Day|05-01
Mother's Day|05-01sun
Father's Day|06-01sun
Day of Dew and Saint John|06-24
Statehood Day|07-06
Assumption Day|08-15
All Saints' Day|11-01
All Souls' Day|11-02
Christmas Eve|12-24
Christmas Day|12-25
Second Day of Christmas|12-26
=LU|Luxembourg
New Year's Day|01-01
Easter Monday|easter+1
Labor Day|05-01
Ascension Day|easter+39
Europe Day|05-09
Pentecost Monday|easter+50
National Day|06-23
Assumption Day|08-15
All Saints' Day|11-01
Christmas Day|12-25
Saint Stephen's Day|12-26
=MO|Macau
New Year's Day|01-01
Chinese New Year's Day|240210 250129 260217 270206 280126 290213 300203 310123 320211 330131 340219 350208 360128 370215 380204 390124 400212
The second day of Chinese New Year|240211 250130 260218 270207 280127 290214 300204 310124 320212 330201 340220 350209 360129 370216 380205 390125 400213
The third day of Chinese New Year|240212 250131 260219 270208 280128 290215 300205 310125 320213 330202 340221 350210 360130 370217 380206 390126 400214
Tomb-Sweeping Day|240404 250404 260405 270405 280404 290404 300405 310405 320404 330404 340405 350405 360404 370404 380405 390405 400404
Labor Day|05-01
The Day following Mid-Autumn Festival|240918 251007 260926 270916 281004 290923 300913 311002 320920 330909 340928 350917 361005 370925 380914 391003 400921
National Day of the People's Republic of China|10-01
Double Ninth Festival|241011 251029 261018 271008 281026 291016 301005 311024 321012 331001 341020 351009 361027 371017 381007 391026 401014
Macao S.A.R. Establishment Day|12-20
=MG|Madagascar
New Year's Day|01-01
Women's Day|03-08
Martyrs' Day|03-29
Easter Sunday|easter+0
Easter Monday|easter+1
Labor Day|05-01
Ascension Day|easter+39
Pentecost|easter+49
Pentecost Monday|easter+50
Mother's Day|240526 250525 260531 270530 280528 290527 300526 310525 320530 330529 340604 350527 360525 370531 380530 390605 400527
Father's Day|06-15sun
Independence Day|06-26
Assumption Day|08-15
All Saints' Day|11-01
Republic Day|12-11
Christmas Day|12-25
=MW|Malawi
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
John Chilembwe Day|01-15
John Chilembwe Day (observed)|280117 330117 340116 390117 400116
Martyrs Day|03-03
Martyrs Day (observed)|240304 290305 300304 350305 400305
Good Friday|easter-2
Easter Monday|easter+1
Labour Day|05-01
Labour Day (observed)|270503 320503 330502 380503 390502
Kamuzu Day|05-14
Kamuzu Day (observed)|280515 330516 340515 390516
Independence Day|07-06
Independence Day (observed)|240708 250707 300708 310707 360707
Mother's Day|10-15
Mother's Day (observed)|281016 331017 341016 391017
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331227 381227 391227
Boxing Day (observed)|261228 271228 321228 371228 381228
=MY|Malaysia
-01|Johor
-02|Kedah
-03|Kelantan
-04|Melaka
-05|Negeri Sembilan
-06|Pahang
-08|Perak
-09|Perlis
-07|Pulau Pinang
-12|Sabah
-13|Sarawak
-10|Selangor
-11|Terengganu
-14|Wilayah Persekutuan Kuala Lumpur
-15|Wilayah Persekutuan Labuan
-16|Wilayah Persekutuan Putrajaya
New Year's Day|01-01|!. 01 02 03 09 11
New Year's Day (observed)|340102 400102|!. 01 02 03 09 11
Beginning of Ramadan (observed, estimated)|300107|01
Nuzul Al-Quran Day (observed, estimated)|310112 331211 381017|03 11
Birthday of the Sultan of Negeri Sembilan|01-14|05
Birthday of the Sultan of Negeri Sembilan (observed)|240115 290115 350115|05
Isra' and Mi'raj (observed)|260118|11
Thaipusam|240125 250211 260201 270122 280209 290129 300118 310206 320127 330214 340203 350123 360211 370130 380119 390207 400128|01 05 08 07 10 14 16
Chinese New Year (estimated)|280126 290213 300203 310123 320211 330131 340219 350208 360128 370215 380204 390124 400212
Chinese New Year (Second Day) (estimated)|280127 290214 300204 310124 320212 330201 340220 350209 360129 370216 380205 390125 400213
Chinese New Year (Second Day) (observed, estimated)|310127 350211 380207|02
Eid al-Fitr (Second Day) (observed, estimated)|310127 351203 381101|!02 03 04 11
Eid al-Fitr (observed, estimated)|310127 351203 381101|03 11
Beginning of Ramadan (estimated)|280128 290116 300106 301226 311216 321204 331124 341113 351102 361021 371010 380930 390920 400908|01 02
Eid al-Fitr (Second Day) (observed, estimated)|310128 351204 381102|04
Beginning of Ramadan (observed, estimated)|280130 351104|02
Federal Territory Day|02-01|14 15 16
Federal Territory Day (observed)|260202 320202 370202|14 15 16
Thaipusam (observed)|260202|01 05 08 07 10 14 16
Chinese New Year (observed, estimated)|300206|!02 03 04 11
Chinese New Year (observed, estimated)|300207|04
Isra' and Mi'raj|240208 250127 260117 270106 271226|02 05 09 11
Chinese New Year (Second Day) (observed)|270209|01
Chinese New Year|240210 250129 260217 270206
Chinese New Year (Second Day)|240211 250130 260218 270207
Chinese New Year (Second Day) (observed)|240212 270208|!01 02 03 11
Chinese New Year (observed)|240212 270208|03 11
Nuzul Al-Quran Day (estimated)|280213 290201 300122 310111 320101 321220 331210 341129 351118 361106 371026 381016 391006 400924|!. 01 02 04 05 12 13
Nuzul Al-Quran Day (observed, estimated)|280214 351119|06 08 09 07 10 14 15 16
Eid al-Fitr (Second Day) (observed, estimated)|290218|02
Declaration of Independence Day|02-20|04
Chinese New Year (observed, estimated)|340221 370218 400214|!02 03 11
Declaration of Independence Day (observed)|280221 330221 390221|04
Eid al-Fitr (estimated)|280227 290215 300204 310125 320114 330103 331223 341212 351201 361119 371109 381030 391019 401008
Eid al-Fitr (Second Day) (estimated)|280228 290216 300205 310126 320115 330104 331224 341213 351202 361120 371110 381031 391020 401009
Eid al-Fitr (Third Day) (estimated)|280229 290217 300206 310127 320116 330105 331225 341214 351203 361121 371111 381101 391021 401010|04
Eid al-Fitr (observed, estimated)|280229|!02 03 04 11
Beginning of Ramadan|250302 260219 270208|01 02
Eid al-Fitr (observed, estimated)|280301|04
Beginning of Ramadan (observed)|250303|01
Anniversary of the Installation of the Sultan of Terengganu|03-04|11
Anniversary of the Installation of the Sultan of Terengganu (observed)|280305 340305|11
Nuzul Al-Quran Day (observed)|260308|03 11
Beginning of Ramadan|240312|01 02 04
Eid al-Adha (Second Day) (observed, estimated)|330314 380118 401217|09
Eid al-Adha (observed, estimated)|330314 380118 401217|03 11
Eid al-Fitr (additional holiday)|260320
Eid al-Fitr (Second Day) (observed)|260323|!01 02 03 04 11
Eid al-Fitr (observed)|260323|03 11
Birthday of the Sultan of Johor|03-23|01
Eid al-Fitr (Second Day) (observed)|260324|01 04
Nuzul Al-Quran Day|240328 250318 260307 270224|!. 01 02 04 05 12 13
Good Friday|easter-2|12 13
Eid al-Fitr (Third Day)|250402 260323 270312|04
Eid al-Adha (Second Day) (observed, estimated)|310406 390109|02
Eid al-Fitr|240410 250331 260321 270310
Eid al-Fitr (Second Day)|240411 250401 260322 270311
Eid al-Adha (observed, estimated)|300415|!02 03 09 11
Day of Arafah (observed, estimated)|300416|03 11
Eid al-Adha (observed, estimated)|300416|09
Birthday of the Sultan of Terengganu|04-26|11
Birthday of the Sultan of Terengganu (observed)|250427 310427 360427|11
Labor Day|05-01
Labor Day (observed)|330502 390502|!02 03 11
Labor Day (observed)|270502 320502 380502|03 11
Labor Day (observed)|260503 370503|02
Day of Arafah (estimated)|280504 290424 300413 310402 320321 330311 340228 350218 360207 370126 380115 390105 391225 401214|03 11
Eid al-Adha (estimated)|280505 290425 300414 310403 320322 330312 340301 350219 360208 370127 380116 390106 391226 401215
Eid al-Adha (Second Day) (estimated)|280506 290426 300415 310404 320323 330313 340302 350220 360209 370128 380117 390107 391227 401216|02 03 09 11
Eid al-Adha (Second Day) (observed, estimated)|280507 360210|03 11
Eid al-Adha (observed, estimated)|280507 360210|02
Vesak Day (estimated)|280509 290527 300516 310506 320523 330513 340503 350522 360510 370529 380518 390507 400525
Vesak Day (observed, estimated)|360511 390508|03 11
Vesak Day (observed, estimated)|330515 370531 400527|02
Birthday of the Raja of Perlis|05-17|09
Birthday of the Raja of Perlis (observed)|260518 370518|09
Prophet Muhammad's Birthday (observed, estimated)|350521 400326|!02 03 11
The Sultan of Pahang Hol|05-22|06
The Sultan of Pahang Hol (observed)|330523 390523|06
Vesak Day|240522 250512 260531 270520
Islamic New Year (estimated)|280526 290515 300504 310423 320412 330401 340322 350311 360229 370217 380206 390126 400116
Vesak Day (observed, estimated)|290528 320524|!02 03 11
Pesta Kaamatan|05-30 05-31|12 15
Dayak Festival Day|06-01 06-02|13
Pesta Kaamatan (observed)|260602|12 15
Vesak Day (observed)|260602|!02 03 13 11
Vesak Day (observed)|260603|13
Birthday of HM Yang di-Pertuan Agong|06-01mon
Dayak Festival Day (observed)|240604 250603 300604 310603 360603|13
Eid al-Adha (Second Day) (observed)|250609|09
Eid al-Adha (observed)|250609|03 11
Day of Arafah|240616 250606 260526 270516|03 11
Eid al-Adha|240617 250607 260527 270517
Eid al-Adha (Second Day)|240618 250608 260528 270518|02 03 09 11
The Sultan of Johor Hol (estimated)|280629 290618 300607 310527 320515 330505 340425 350414 360403 370323 380312 390301 400219|01
Birthday of The Sultan of Kedah|240630 250615 260705 270620 280618 290617 300616 310615 320620 330619 340618 350617 360615 370621 380620 390619 400617|02
George Town Heritage Day|07-07|07
Islamic New Year|240707 250627 260617 270606
George Town Heritage Day (observed)|240708 300708|07
Islamic New Year (observed)|240708|07
Birthday of the Governor of Penang|07-08sat|07
Prophet Muhammad's Birthday (observed, estimated)|300714 380418|03 11
Sarawak Independence Day|07-22|13
Sarawak Independence Day (observed)|290723 350723 400723|13
Birthday of the Sultan of Pahang|240730 250730 260731 270730 280730 290730 300730 310730 320730 330730 340730 350730 360730 370730 380730 390730 400730|06
Birthday of the Sultan of Pahang (observed)|280731 340731|06
Prophet Muhammad's Birthday (estimated)|280804 290724 300713 310702 320621 330610 340530 350520 360509 370428 380417 390406 400325
Prophet Muhammad's Birthday (observed, estimated)|280806 330612 360511|02
The Sultan of Johor Hol|240811 250731 260721 270711|01
Prophet Muhammad's Birthday (observed)|270816|!02 03 11
Birthday of the Governor of Malacca|08-24 240826|04
Birthday of the Governor of Malacca (observed)|250825 310825 360825|04
National Day|08-31
National Day (observed)|250901 310901 360901|!02 03 11
National Day (observed)|290902 350902 400902|02
National Day (observed)|240901 300901|03 11
Prophet Muhammad's Birthday (observed)|250907|02
Additional holiday|250915
Malaysia Day|09-16
Malaysia Day (observed)|290917 350917 400917|!02 03 11
Prophet Muhammad's Birthday|240916 250905 260825 270815
Malaysia Day (observed)|330918 390918|02
Malaysia Day (observed)|280917 340917|03 11
Birthday of the Sultan of Kelantan|09-29 09-30|03
Isra' and Mi'raj (observed, estimated)|351001 380830|05 09
Birthday of the Governor of Sabah|241005 250330 260330 270330 280330 290330 300330 310330 320330 330330 340330 350330 360330 370330 380330 390330 400330|12
Birthday of the Governor of Sarawak|10-08sat|13
Isra' and Mi'raj (observed, estimated)|331023|02
Diwali (observed)|301027 331023|03 11
Diwali|241031 251020 261108 271028 281115 291105 301026 311114 321102 331022 341110 351030 361117 371106 381027 391115 401104|!. 13
Birthday of the Sultan of Perak|11-01fri|08
Diwali (observed)|261109 401105|!. 02 03 13 11
Diwali (observed)|311116 341112 371108|02
Isra' and Mi'raj (observed, estimated)|301124|11
Birthday of The Sultan of Selangor|12-11|10
Birthday of The Sultan of Selangor (observed)|331212 391212|10
Isra' and Mi'raj (estimated)|281214 291204 301123 311113 321101 331021 341010 350930 360918 370908 380829 390818 400806|02 05 09 11
Christmas Eve|12-24|12
Christmas Day|12-25
Christmas Day (observed)|331226|!02 03 11
Christmas Day (observed)|271226|03
Eid al-Fitr (Second Day) (observed, estimated)|331226|03 11
Eid al-Fitr (Third Day) (observed, estimated)|331226|04
Eid al-Fitr (observed, estimated)|331226|02
Christmas Day (observed)|391227|!02 03 09 11
Christmas Day (observed)|261227 371227|02
Christmas Day (observed)|321226 381226|03 11
Christmas Day (observed)|271227|11
Isra' and Mi'raj (observed)|271227|05 09
Christmas Day (observed)|391228|09
=MV|Maldives
New Year's Day|01-01
First Day of Ramadan (estimated)|240311 250301 260218 270208 280128 290116 300105 301226 311215 321204 331123 341112 351101 361020 371010 380930 390919 400907
Eid al-Fitr (estimated)|240410 250330 260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Eid al-Fitr Holiday (estimated)|240411 240412 250331 250401 260321 260322 270310 270311 280227 280228 290215 290216 300205 300206 310125 310126 320115 320116 330103 330104 331224 331225 341213 341214 351202 351203 361120 361121 371109 371110 381030 381031 391020 391021 401008 401009
International Worker's Day|05-01
Day of Arafah (estimated)|240615 250605 260526 270515 280504 290423 300412 310401 320321 330310 340228 350217 360206 370125 380115 390104 391225 401213
Eid al-Adha (estimated)|240616 250606 260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha Holiday (estimated)|240617 240618 240619 250607 250608 250609 260528 260529 260530 270517 270518 270519 280506 280507 280508 290425 290426 290427 300414 300415 300416 310403 310404 310405 320323 320324 320325 330312 330313 330314 340302 340303 340304 350219 350220 350221 360208 360209 360210 370127 370128 370129 380117 380118 380119 390106 390107 390108 391227 391228 391229 401215 401216 401217
Islamic New Year (estimated)|240707 250626 260616 270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Independence Day|07-26
National Day (estimated)|240904 250824 260814 270803 280723 290713 300702 310621 320609 330529 340519 350509 360427 370417 380406 390326 400314
Prophet's Birthday (estimated)|240915 250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
The Day Maldives Embraced Islam (estimated)|241004 250923 260912 270902 280822 290811 300801 310721 320709 330628 340617 350607 360527 370516 380505 390424 400413
Victory Day|11-03
Republic Day|11-11
=ML|Mali
New Year's Day|01-01
Armed Forces Day|01-20
Eid al-Fitr (estimated)|260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Martyrs' Day|03-26
Easter Monday|easter+1
Eid al-Fitr|240409 250330
Labor Day|05-01
Africa Day|05-25
Eid al-Adha (estimated)|260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha|240617 250607
Prophet's Birthday (estimated)|250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Prophet's Baptism (estimated)|250911 260901 270821 280810 290731 300720 310709 320627 330616 340606 350527 360515 370505 380424 390413 400401
Prophet's Birthday|240916
National Day of the Republic of Mali|09-22
Prophet's Baptism|240923
Christmas Day|12-25
=MT|Malta
New Year's Day|01-01
Feast of Saint Paul's Shipwreck|02-10
Feast of Saint Joseph|03-19
Good Friday|easter-2
Freedom Day|03-31
Worker's Day|05-01
Sette Giugno|06-07
Feast of Saint Peter and Saint Paul|06-29
Feast of the Assumption|08-15
Feast of Our Lady of Victories|09-08
Independence Day|09-21
Feast of the Immaculate Conception|12-08
Republic Day|12-13
Christmas Day|12-25
=MH|Marshall Islands
New Year's Day|01-01
Nuclear Victims Remembrance Day Holiday|250228 260302 310228 360229 370302
Nuclear Victims Remembrance Day|03-01
Good Friday|easter-2
Constitution Day Holiday|270430 320430 330502 380430 390502
Constitution Day|05-01
Fisherman's Day|07-01fri
Dri-jerbal Day|09-01fri
Manit Day|09-24fri
General Election Day|271115 311117 351119 391121
President's Day|11-17
President's Day Holiday|241118 291116 301118 351116 401116
Gospel Day|12-01fri
Christmas Day Holiday|271224 321224 331226 381224 391226
Christmas Day|12-25
New Year's Day Holiday|271231 321231 340102 381231 400102
=MQ|Martinique
New Year's Day|01-01
Easter Monday|easter+1
Labor Day|05-01
Victory Day|05-08
Ascension Day|easter+39
Pentecost Monday|easter+50
Abolition of Slavery|05-22
National Day|07-14
Victor Schoelcher Day|07-21
Assumption Day|08-15
All Saints' Day|11-01
Armistice Day|11-11
Christmas Day|12-25
=MR|Mauritania
New Year's Day|01-01
Eid al-Fitr (estimated)|240410 240411 250330 250331 260320 260321 270309 270310 280226 280227 290214 290215 300204 300205 310124 310125 320114 320115 330102 330103 331223 331224 341212 341213 351201 351202 361119 361120 371108 371109 381029 381030 391019 391020 401007 401008
Labor Day|05-01
Africa Day|05-25
Eid al-Adha (estimated)|240616 240617 250606 250607 260527 260528 270516 270517 280505 280506 290424 290425 300413 300414 310402 310403 320322 320323 330311 330312 340301 340302 350218 350219 360207 360208 370126 370127 380116 380117 390105 390106 391226 391227 401214 401215
Islamic New Year (estimated)|240707 250626 260616 270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Prophet's Birthday (estimated)|240915 250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Independence Day|11-28
=MU|Mauritius
New Year's Day|01-01
Day after New Year's Day|01-02
Thaipoosam Cavadee|240125 250211 260202 270122 280209 290129 300118 310206 320127 330214 340203 350123 360211 370130 380119 390207 400128
Abolition of Slavery|02-01
Chinese Spring Festival|240210 250129 260217 270206 280126 290213 300203 310123 320211 330131 340219 350208 360128 370215 380204 390124 400212
Maha Shivaratree|240308 250226 260215 270306 280223 290211 300302 310220 320310 330227 340217 350308
Independence and Republic Day|03-12
Eid-ul-Fitr (estimated)|260321 270310 280227 290215 300205 310125 320115 330103 331224 341213 351202 361120 371109 381030 391020 401008
Ougadi|240409 250330 260319 270407 280327 290414 300403 310324 320411 330331 340321 350409
Eid-ul-Fitr|240411 250401
Labour Day|05-01
Assumption of the Blessed Virgin Mary|240815 260815 280815 300815 320815 340815 360815 380815 400815
Ganesh Chaturthi|240908 250828 260914 270904 280823 290911 300901 310920 320908 330828 340916 350905
All Saints' Day|251101 271101 291101 311101 331101 351101 371101 391101
Divali|241031 251020 261108 271029 281017 291105 301026 311114 321102 331022 341110 351030
Arrival of Indentured Labourers|11-02
Christmas Day|12-25
=YT|Mayotte
New Year's Day|01-01
Easter Monday|easter+1
Abolition of Slavery|04-27
Labor Day|05-01
Victory Day|05-08
Ascension Day|easter+39
Pentecost Monday|easter+50
National Day|07-14
Assumption Day|08-15
All Saints' Day|11-01
Armistice Day|11-11
Christmas Day|12-25
=MX|Mexico
New Year's Day|01-01
Constitution Day|02-01mon
Benito Juárez's birthday|03-15mon
Labor Day|05-01
Independence Day|09-16
Change of Federal Government|241001 301001 361001
Revolution Day|11-15mon
Christmas Day|12-25
=FM|Micronesia
-TRK|Chuuk
-KSA|Kosrae
-PNI|Pohnpei
-YAP|Yap
New Year's Day|01-01
Kosrae State Constitution Day (observed)|250110 260112 310110 320112 370112|KSA
Kosrae State Constitution Day|01-11|KSA
Yap Day (observed)|250228 260302 310228 360229 370302|YAP
Yap Day|03-01|YAP
Women's Day (observed)|250307 260309 310307 360307 370309|PNI
Women's Day|03-08|PNI
Good Friday|easter-2|KSA PNI
Micronesian Culture and Tradition Day|03-31
Pohnpei Cultural Day|03-31|PNI
Micronesian Culture and Tradition Day (observed)|240401 290330 300401 350330 400330
Pohnpei Cultural Day (observed)|240401 290330 300401 350330 400330|PNI
Federated States of Micronesia Day (observed)|250509 260511 310509 360509 370511
Federated States of Micronesia Day|05-10
Gospel Day (observed)|270820 320820 330822 380820 390822|KSA
Gospel Day|08-21|KSA
Kosrae Liberation Day|09-08|KSA
Kosrae Liberation Day (observed)|240909 290907 300909 350907 400907|KSA
Liberation Day (observed)|270910 320910 330912 380910 390912|PNI
Liberation Day|09-11|PNI
State Charter Day (observed)|260925 270927 320927 370925 380927|TRK
State Charter Day|09-26|TRK
Chuuk State Constitution Day|10-01|TRK
Chuuk State Constitution Day (observed)|281002 330930 341002 390930|TRK
United Nations Day (observed)|261023 271025 321025 371023 381025
United Nations Day|10-24
Independence Day|11-03
Self Government Day|11-03|KSA
Independence Day (observed)|241104 291102 301104 351102 401102
Self Government Day (observed)|241104 291102 301104 351102 401102|KSA
Pohnpei Constitution Day (observed)|251107 261109 311107 361107 371109|PNI
Pohnpei Constitution Day|11-08|PNI
FSM Veterans of Foreign Wars Day (observed)|281110 291112 341110 351112 401112
FSM Veterans of Foreign Wars Day|11-11
Presidents Day (observed)|241122 251124 301122 311124 361124
Presidents Day|11-23
Thanksgiving Day|11-22thu|KSA
Kosrae Disability Day|12-03|KSA
Kosrae Disability Day (observed)|281204 331202 341204 391202|KSA
Christmas Day (observed)|271224 321224 331226 381224 391226
Yap State Constitution Day|12-24|YAP
Christmas Day|12-25
Yap State Constitution Day (observed)|281225 331223 341225 391223|YAP
New Year's Day (observed)|271231 321231 340102 381231 400102
=MD|Moldova
New Year's Day|01-01
Christmas Day (by old style)|01-07 01-08
International Women's Day|03-08
International Workers' Solidarity Day|05-01
Easter|pascha+0 pascha+1
Europe Day|05-09
Victory Day and Commemoration of the heroes fallen for Independence of Fatherland|05-09
Day of Rejoicing|pascha+8
International Children's Day|06-01
Republic of Moldova Independence Day|08-27
National Language Day|08-31
Christmas Day (by new style)|12-25
=MC|Monaco
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Saint Devote's Day|01-27
Easter Monday|easter+1
Labor Day|05-01
Labor Day (observed)|330502 390502
Ascension Day|easter+39
Pentecost Monday|easter+50
Corpus Christi|easter+60
Assumption Day|08-15
Assumption Day (observed)|270816 320816 380816
All Saints' Day|11-01
All Saints' Day (observed)|261102 371102
Prince's Day|11-19
Prince's Day (observed)|281120 341120
Immaculate Conception|12-08
Immaculate Conception (observed)|241209 301209
Christmas Day|12-25
Christmas Day (observed)|331226 391226
=MN|Mongolia
New Year's Day|01-01
Lunar New Year|240210 240211 240212 250301 250302 250303 260218 260219 260220 270207 270208 270209 280226 280227 280228 290214 290215 290216 300203 300204 300205 310222 310223 310224 320212 320213 320214 330131 330201 330202 340219 340220 340221 350209 350210 350211 360228 360229 360301 370216 370217 370218 380205 380206 380207 390224 390225 390226 400213 400214 400215
International Women's Day|03-08
The Buddha's Birthday|240523 250611 260531 270520 280607 290527 300517 310605 320525 330612 340602 350522 360608 370529 380518 390606 400526
Children's Day|06-01
National Festival and People's Revolution Anniversary|07-10 07-11 07-12 07-13 07-14 07-15
Genghis Khan's Birthday|241102 251121 261110 271129 281117 291107 301126 311115 321104 331122 341111 351130 361118 371108 381127 391117 401105
Republic Day|11-26
National Freedom and Independence Day|12-29
=ME|Montenegro
New Year's Day|01-01 01-02
New Year's Day (observed)|280103 330103 340103 390103 400103
Labor Day|05-01 05-02
Labor Day (observed)|270503 320503 330503 380503 390503
Independence Day|05-21 05-22
Independence Day (observed)|280523 330523 340523 390523
Statehood Day|07-13 07-14
Statehood Day (observed)|240715 250715 300715 310715 360715
Njegos Day|11-13 241114
Njegos Day (observed)|331114 391114
=MS|Montserrat
New Year's Day|01-01
Festival Day (observed)|340102 400102
New Year's Day (observed)|240102 280103 290102 330103 340103 350102 390103 400103
Saint Patrick's Day|03-17
Saint Patrick's Day (observed)|240318 290319 300318 350319 400319
Good Friday|easter-2
Easter Monday|easter+1
Labour Day|05-01mon
Whit Monday|easter+50
Whit Monday (observed)|300611 380615
King's Birthday|240617 250616 260615 270614 280612 290611 300610 310616 320614 330613 340612 350611 360616 370615 380614 390613 400611
Day of Prayer and Thanksgiving|07-08wed
Emancipation Day|08-01mon
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331227 381227 391227
Boxing Day (observed)|261228 271228 321228 371228 381228
Festival Day|12-31
=MA|Morocco
New Year's Day|01-01
Proclamation of Independence Day|01-11
Amazigh New Year|01-14
Eid al-Fitr (estimated)|240410 240411 250330 250331 260320 260321 270309 270310 280226 280227 290214 290215 300204 300205 310124 310125 320114 320115 330102 330103 331223 331224 341212 341213 351201 351202 361119 361120 371108 371109 381029 381030 391019 391020 401007 401008
Labor Day|05-01
Eid al-Adha (estimated)|240616 240617 250606 250607 260527 260528 270516 270517 280505 280506 290424 290425 300413 300414 310402 310403 320322 320323 330311 330312 340301 340302 350218 350219 360207 360208 370126 370127 380116 380117 390105 390106 391226 391227 401214 401215
Islamic New Year (estimated)|240707 250626 260616 270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Throne Day|07-30
Oued Ed-Dahab Day|08-14
Revolution Day|08-20
Youth Day|08-21
Prophet's Birthday (estimated)|240915 240916 250904 250905 260825 260826 270814 270815 280803 280804 290724 290725 300713 300714 310702 310703 320620 320621 330609 330610 340530 340531 350520 350521 360508 360509 370428 370429 380417 380418 390406 390407 400325 400326
Unity Day|261031 271031 281031 291031 301031 311031 321031 331031 341031 351031 361031 371031 381031 391031 401031
Green March|11-06
Independence Day|11-18
=MZ|Mozambique
International Fraternalism Day|01-01
International Fraternalism Day (observed)|340102 400102
Heroes' Day|02-03
Heroes' Day (observed)|300204 360204
Women's Day|04-07
Women's Day (observed)|240408 300408
International Workers' Day|05-01
International Workers' Day (observed)|330502 390502
National Independence Day|06-25
National Independence Day (observed)|280626 340626
Victory Day|09-07
Victory Day (observed)|250908 310908 360908
Armed Forces Day|09-25
Armed Forces Day (observed)|330926 390926
Peace and Reconciliation Day|10-04
Peace and Reconciliation Day (observed)|261005 371005
Family Day|12-25
Family Day (observed)|331226 391226
=MM|Myanmar
New Year's Day|250101 260101 270101 280101 290101 300101 310101 320101 330101 340101 350101 360101 370101 380101 390101 400101
Independence Day|01-04
Karen New Year|240111 241230 251219 270108 271228 281216 300104 301224 320113 330101 331221 350109 351229 361217 380106 381226 400114
Chinese New Year|250129 260217 270206 280126 290213 300203 310123 320211 330131 340219 350208 360128 370215 380204 390124 400212
Union Day|02-12
Peasants' Day|03-02
Day off (substituted from 03/22/2025)|250312
Day off (substituted from 03/29/2025)|250314
Full Moon Day of Tabaung|240324 250313 260302 270322 280310 290227 300318 310307 320326 330315 340304 350323 360311 370228 380320 390309 400327
Armed Forces Day|03-27
Myanmar New Year|04-13 04-14 04-15 04-16 04-17 04-18 04-19 04-20 04-21
May Day|05-01
Full Moon Day of Kason|240522 250511 260430 270520 280508 290427 300516 310505 320524 330513 340502 350521 360509 370428 380518 390507 400525
Eid al-Adha (estimated)|260528 270517 280506 290425 300414 310403 320323 330312 340302 350219 360208 370127 380117 390106 391227 401215
Eid al-Adha|240617 250607
Martyrs' Day|07-19
Full Moon Day of Waso|240720 250709 260729 270718 280706 290725 300714 310803 320722 330711 340730 350719 360707 370727 380716 390804 400723
Thadingyut Holidays|241016 241017 241018 251005 251006 251007 261025 261026 261027 271014 271015 271016 281002 281003 281004 291021 291022 291023 301010 301011 301012 311030 311031 311101 321018 321019 321020 331007 331008 331009 341026 341027 341028 351015 351016 351017 361003 361004 361005 371023 371024 371025 381012 381013 381014 391031 391101 391102 401019 401020 401021
Diwali|241101 251021 261110 271030 281018 291106 301026 311115 321103 331023 341111 351031 361019 371108 381028 391116 401104
Day off (substituted from 11/08/2025)|251103
Full Moon Day of Tazaungmon|241115 251104 261124 271113 281101 291120 301109 311129 321117 331106 341125 351114 361102 371122 381111 391130 401118
National Day|241125 251114 261204 271123 281111 291130 301119 311209 321127 331116 341205 351124 361112 371202 381121 391210 401128
Christmas Day|12-25
Day off (substituted from 01/03/2026)|251226
Day off (substituted from 01/11/2025)|241231
=NA|Namibia
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Burial ceremony of Dr. Hage Gottfried Geingob|240225
Burial ceremony of Dr. Sam Shafiishuna Nujoma|250301
Independence Day|03-21
Independence Day (observed)|270322 320322 380322
Good Friday|easter-2
Easter Monday|easter+1
Workers' Day|05-01
Workers' Day (observed)|330502 390502
Cassinga Day|05-04
Cassinga Day (observed)|250505 310505 360505
Ascension Day|easter+39
Africa Day|05-25
Africa Day (observed)|250526 310526 360526
Genocide Remembrance Day|250528 260528 270528 280528 290528 300528 310528 320528 330528 340528 350528 360528 370528 380528 390528 400528
Heroes' Day|08-26
Heroes' Day (observed)|290827 350827 400827
Regional Election Day|251126
General Election Day|241127
Day of the Namibian Women and International Human Rights Day|12-10
Day of the Namibian Women and International Human Rights Day (observed)|281211 341211
Christmas Day|12-25
Family Day|12-26
Family Day (observed)|271227 321227 381227
=NR|Nauru
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
Independence Day|01-31
Day following Independence Day|02-01
Independence Day (observed)|260202 270202 320202 370202 380202
Day following Independence Day (observed)|250203 260203 310203 320203 370203
International Women's Day|03-08
International Women's Day (observed)|250310 260309 310310 360310 370309
Good Friday|easter-2
Easter Monday|easter+1
Easter Tuesday|easter+2
Constitution Day|05-17
Constitution Day (observed)|250519 260518 310519 360519 370518
RONPHOS Handover|07-01
RONPHOS Handover (observed)|280703 290702 340703 350702 400702
Ibumin Earoeni Day|08-19
Ibumin Earoeni Day (observed)|280821 290820 340821 350820 400820
Sir Hammer DeRoburt Day|09-25
Sir Hammer DeRoburt Day (observed)|270927 320927 330926 380927 390926
Angam Day|10-26
Angam Day (observed)|241028 251027 301028 311027 361027
Christmas Day|12-25
Christmas Day (observed)|271227 321227 331227 381227 391227
Day following Christmas|12-26
Day following Christmas (observed)|261228 271228 321228 371228 381228
=NP|Nepal
Prithvi Jayanti|01-11
Maghe Sankranti|240115 250114 260115 270115 280115 290114 300114 310115 320115 330114 340114 350115
Martyr's Day|240130 250129 260129 270129 280129 290129 300129 310130 320130 330129
Sonam Lhochhar|240210 250130 260119 270207 280226 290115 300203 310124 320212 330131 340121 350209
National Democracy Day|240219 250219 260219 270219 280219 290219 300219 310220 320220 330219
International Women's Day|03-08
Maha Shivaratri|240308 250226 260215 270306 280223 290211 300302 310220 320310 330227 340217 350308
Gyalpo Lhosar|240311 250228 260218 270207 280226 290214 300305 310222 320212 330302 340219 350209
Eid al-Fitr (estimated)|260321 270310 280227 290215 300205 310125 320115 330103 331224 341213 351202 361120 371109 381030 391020 401008
Fagu Poornima|240324 250313 260302 270321 280310 290228 300319 310308 320326 330315 340304 350323
Fagu Poornima (Terai)|240325 250314 260303 270322 280311 290301 300320 310309 320327 330316 340305 350324
Eid al-Fitr|240411 250331
Nepali New Year|240413 250414 260414 270414 280413 290414 300414 310414 320413 330414 340414 350414
Ram Navami|240417 250406 260327 270415 280403 290422 300412 310401 320419 330407 340328 350416
International Labor Day|05-01
Buddha Jayanti|240523 250512 260501 270520 280508 290527 300517 310507 320525 330514 340503 350522
Eid al-Adha (estimated)|260528 270517 280506 290425 300414 310403 320323 330312 340302 350219 360208 370127 380117 390106 391227 401215
Republic Day|240528 250528 260529 270529 280528 290528 300529 310529 320528
Eid al-Adha|240617 250607
Janai Poornima|240819 250809 260828 270817 280805 290823 300813 310802 320820 330810 340829 350818
Shree Krishna Janmashtami|240826 250816 260904 270825 280813 290901 300821 310810 320828 330817 340906 350826
Constitution Day|240919 250919 260919 270919 280918 290919 300919 310919 320919
Ghatasthapana|241003 250922 261011 270930 280919 291008 300928 311017 321005 330924 341013 351002
Fulpati|241010 250929 261018 271006 280925 291013 301003 311022 321011 331001 341019 351008
Maha Ashtami|241011 250930 261019 271007 280926 291014 301004 311023 321012 331002 341020 351009
Maha Navami|241011 251001 261019 271008 280926 291015 301005 311024 321013 331002 341021 351010
Bijaya Dashami|241012 251002 261020 271009 280927 291016 301006 311025 321014 331003 341022 351011
Ekadashi (Dashain)|241013 251003 261021 271010 280928 291017 301007 311026 321015 331004 341023 351012
Duwadashi (Dashain)|241014 251004 261022 271011 280929 291018 301008 311027 321016 331005 341024 351013
Laxmi Pooja|241031 251020 261108 271029 281017 291105 301026 311114 321102 331022 341110 351030
Gai Tihar|241101 251021 261109 271029 281017 291105 301026 311114 321102 331022 341110 351030
Gobardhan Pooja|241102 251022 261110 271030 281018 291106 301027 311115 321103 331023 341111 351031
Mha Pooja|241102 251022 261110 271030 281018 291106 301027 311115 321103 331023 341111 351031
Bhai Tika|241103 251023 261111 271031 281019 291107 301028 311116 321104 331024 341112 351101
Tihar Holiday|241104 251024
Chhath Parva|241107 251027 261115 271104 281023 291111 301101 311120 321109 331029 341117 351106
Christmas Day|12-25
Tamu Lhochhar|241230 251230 261230 271230 281230 291230 301231 311231 321230
=NL|Netherlands
New Year's Day|01-01
Good Friday|easter-2
Easter Sunday|easter+0
Easter Monday|easter+1
King's Day|240427 250426 260427 270427 280427 290427 300427 310426 320427 330427 340427 350427 360426 370427 380427 390427 400427
Liberation Day|250505 300505 350505 400505
Ascension Day|easter+39
Pentecost|easter+49
Pentecost Monday|easter+50
Christmas Day|12-25
Second Day of Christmas|12-26
=NC|New Caledonia
New Year's Day|01-01
Easter Monday|easter+1
Labor Day|05-01
Victory Day|05-08
Ascension Day|easter+39
Pentecost Monday|easter+50
National Day|07-14
Assumption Day|08-15
Citizenship Day|09-24
All Saints' Day|11-01
Armistice Day|11-11
Christmas Day|12-25
=NZ|New Zealand
-AUK|Auckland
-CAN|Canterbury
-CIT|Chatham Islands Territory
-WGN|Greater Wellington
-HKB|Hawke's Bay
-MBH|Marlborough
-NSN|Nelson
-NTL|Northland
-OTA|Otago
-South-Canterbury|South Canterbury
-STL|Southland
-TKI|Taranaki
-WTC|West Coast
New Year's Day|01-01
Day after New Year's Day|01-02
New Year's Day (observed)|280103 330103 340103 390103 400103
Day after New Year's Day (observed)|270104 280104 330104 380104 390104
Wellington Anniversary Day|01-19mon|WGN
Auckland Anniversary Day|01-26mon|AUK NTL
Nelson Anniversary Day|01-29mon|NSN
Waitangi Day|02-06
Waitangi Day (observed)|270208 280207 330207 380208 390207
Taranaki Anniversary Day|03-08mon|TKI
Otago Anniversary Day|240325 250324 260323 270322 280320 290326 300325 310324 320322 330321 340320 350327 360324 370323 380322 390321 400326|OTA
Good Friday|easter-2
Easter Monday|easter+1
Southland Anniversary Day|easter+2|STL
Anzac Day|04-25
Anzac Day (observed)|260427 270426 320426 370427 380426
King's Birthday|06-01mon
Matariki|240628 250620 260710 270625 280714 290706 300621 310711 320702 330624 340707 350629 360718 370710 380625 390715 400706
South Canterbury Anniversary Day|09-22mon|South-Canterbury
Hawke's Bay Anniversary Day|10-19fri|HKB
Labour Day|10-22mon
Marlborough Anniversary Day|10-29mon|MBH
Canterbury Anniversary Day|11-11fri|CAN
Chatham Islands Anniversary Day|11-27mon|CIT
West Coast Anniversary Day|11-28mon|WTC
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331227 381227 391227
Boxing Day (observed)|261228 271228 321228 371228 381228
=NI|Nicaragua
-MN|Managua
New Year's Day|01-01
Maundy Thursday|easter-3
Good Friday|easter-2
Labor Day|05-01
Mother's Day|05-30
Revolution Day|07-19
Descent of Saint Dominic|08-01|MN
Ascent of Saint Dominic|08-10|MN
Battle of San Jacinto Day|09-14
Independence Day|09-15
Immaculate Conception|12-08
Christmas Day|12-25
=NE|Niger
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Eid al-Fitr (observed, estimated)|330103 371109 401008
Laylat al-Qadr (observed, estimated)|290212
Laylat al-Qadr (estimated)|260316 270306 280223 290211 300131 310121 320110 321230 331219 341208 351127 361115 371105 381026 391015 401003
Eid al-Fitr (estimated)|260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Eid al-Fitr (observed)|250331
Easter Monday|easter+1
Laylat al-Qadr|240406 250327
Eid al-Fitr|240409 250330
Day after Eid al-Adha (observed, estimated)|300415 380118
National Concord Day|04-24
National Concord Day (observed)|330425 390425
International Labor Day|05-01
International Labor Day (observed)|330502 390502
Eid al-Adha (estimated)|260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Day after Eid al-Adha (estimated)|260528 270517 280506 290425 300414 310403 320323 330312 340302 350219 360208 370127 380117 390106 391227 401215
Islamic New Year (observed, estimated)|270607 320412 350312 400116
Day after Eid al-Adha (observed)|250609
Islamic New Year (estimated)|260616 270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Eid al-Adha|240616 250607
Day after Eid al-Adha|240617 250608
Prophet's Birthday (observed, estimated)|320621 350521 400326
Islamic New Year|240706 250627
Anniversary of the CNSP Coup|07-26
Anniversary of the CNSP Coup (observed)|260727 370727
Anniversary of the Proclamation of Independence|08-03
Anniversary of the Proclamation of Independence (observed)|250804 310804 360804
Prophet's Birthday (estimated)|260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Prophet's Birthday|240916 250905
National Day|12-18
National Day (observed)|331219 391219
Christmas Day|12-25
Christmas Day (observed)|331226 391226
=NG|Nigeria
New Year's Day|01-01
New Year's Day (observed)|280103 330105 340102 390103 400102
Id el Fitr Holiday (observed, estimated)|310128 331228 381102
Id el Fitr (observed, estimated)|280229 310127 331227 351204 381101
Id el Fitr (estimated)|270310 280227 290215 300205 310125 320115 330103 331224 341213 351202 361120 371109 381030 391020 401008
Id el Fitr Holiday (estimated)|270311 280228 290216 300206 310126 320116 330104 331225 341214 351203 361121 371110 381031 391021 401009
Good Friday|easter-2
Id el Fitr (observed)|250401
Easter Monday|easter+1
Id el Fitr|240410 250330 260319
Id el Fitr Holiday|240411 250331 260320
Workers' Day|05-01
Workers' Day (observed)|270503 320503 330502 380503 390502
Id el Kabir (observed, estimated)|280508 300416 330314 380119 401217
Id el Kabir Holiday (observed, estimated)|280509 330315 360211 401218
Id el Kabir (estimated)|260528 270517 280506 290425 300414 310403 320323 330312 340302 350219 360208 370127 380117 390106 391227 401215
Id el Kabir Holiday (estimated)|260529 270518 280507 290426 300415 310404 320324 330313 340303 350220 360209 370128 380118 390107 391228 401216
Presidential Inauguration Day|270529 310529 350529 390529
Id el Kabir Holiday (observed)|250609
Democracy Day|06-12
Democracy Day (observed)|270614 320614 330613 380614 390613
Id el Kabir|240616 250606
Id el Kabir Holiday|240617 250607
Id el Kabir (observed)|240618
Day of Mourning for President Muhammadu Buhari|250715
Id el Maulud (observed, estimated)|270816 300715 380419
Id el Maulud (estimated)|260826 270815 280804 290725 300714 310703 320621 330610 340531 350521 360509 370429 380418 390407 400326
Id el Maulud|240916 250905
National Day|10-01
National Day (observed)|281002 331003 341002 391003
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331228 381227 391229
Boxing Day (observed)|261228 271228 321228 371228 381228
=NU|Niue
New Year's Day|01-01
Takai Commission Holiday|01-02
New Year's Day (observed)|280103 330103 340103 390103 400103
Takai Commission Holiday (observed)|270104 280104 330104 380104 390104
Good Friday|easter-2
Easter Monday|easter+1
ANZAC Day|04-25
ANZAC Day (observed)|260427 270426 320426 370427 380426
King's Birthday|06-01mon
Constitution Day|10-19
Constitution Day Holiday|10-20
Constitution Day (observed)|241021 251021 301021 311021 361021
Constitution Day Holiday (observed)|241022 291022 301022 351022 401022
Peniamina Gospel Day|10-22mon
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331227 381227 391227
Boxing Day (observed)|261228 271228 321228 371228 381228
=NF|Norfolk Island
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
Australia Day|01-26
Australia Day (observed)|250127 300128 310127 360128
Foundation Day|03-06
Foundation Day (observed)|330307 390307
Good Friday|easter-2
Easter Monday|easter+1
ANZAC Day|04-25
Bounty Day|06-08
Bounty Day (observed)|240610 250609 300610 310609 360609
King's Birthday|06-11mon
Show Day|10-08mon
Thanksgiving Day|11-24wed
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331227 381227 391227
Boxing Day (observed)|261228 271228 321228 371228 381228
=KP|North Korea
New Year's Day|01-01
Founding Day of the Korean People's Army|02-08
Korean New Year|240210 250129 260217 270207 280127 290213 300203 310123 320211 330131 340219 350208 360128 370215 380204 390124 400212
Day of the Shining Star|02-16 02-17
Daeboreum|240224 250212 260303 270221 280210 290227 300217 310206 320225 330214 340305 350222 360211 370301 380218 390207 400226
International Women's Day|03-08
Cheongmyeong Festival|240404 250404 260405 270405 280404 290404 300405 310405 320404 330404 340405 350405 360404 370404 380405 390405 400404
Day of the Sun|04-15 04-16
Founding Day of the Korean People's Revolutionary Army|04-25
International Workers' Day|05-01
Foundation Day of the Korean Children's Union|06-06
Day of Victory in the Great Fatherland Liberation War|07-27
Liberation Day|08-15
Day of Songun|08-25
Youth Day|08-28
Founding Day of the DPRK|09-09
Chuseok|240917 251006 260925 270915 281003 290922 300912 311001 320919 330908 340927 350916 361004 370924 380913 391002 400921
Foundation Day of the Workers' Party of Korea|10-10
Mother's Day|11-16
Socialist Constitution Day|12-27
=MK|North Macedonia
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Eid al-Fitr (observed, estimated)|330103 371109 401008
Christmas Day|01-07
Christmas Day (observed)|240108 290108 350108
Eid al-Fitr (estimated)|260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Eid al-Fitr (observed)|250331
Eid al-Fitr|240410 250330
Election Day|240424 240508
Labor Day|05-01
Labor Day (observed)|330502 390502
Easter Monday|pascha+1
Saints Cyril and Methodius Day|05-24
Saints Cyril and Methodius Day (observed)|260525 370525
Republic Day|08-02
Republic Day (observed)|260803 370803
Independence Day|09-08
Independence Day (observed)|240909 300909
National Uprising Day|10-11
National Uprising Day (observed)|261012 371012
Macedonian Revolutionary Struggle Day|10-23
Macedonian Revolutionary Struggle Day (observed)|331024 391024
Saint Clement of Ohrid Day|12-08
Saint Clement of Ohrid Day (observed)|241209 301209
=MP|Northern Mariana Islands
New Year's Day|01-01
Martin Luther King Jr. Day|01-15mon
Washington's Birthday|02-15mon
Commonwealth Covenant Day|03-24
Commonwealth Covenant Day (observed)|240325 290323 300325 350323 400323
Good Friday|easter-2
Memorial Day|05-25mon
Juneteenth National Independence Day (observed)|270618 320618 330620 380618 390620
Juneteenth National Independence Day|06-19
Independence Day (observed)|260703 270705 320705 370703 380705
Independence Day|07-04
Labor Day|09-01mon
Commonwealth Cultural Day|10-08mon
Citizenship Day (observed)|281103 291105 341103 351105 401105
Citizenship Day|11-04
Election Day|241105 261103 281107 301105 321102 341107 361104 381102 401106
Veterans Day (observed)|281110 291112 341110 351112 401112
Veterans Day|11-11
Thanksgiving Day|11-22thu
Constitution Day|12-08
Constitution Day (observed)|241209 291207 301209 351207 401207
Christmas Day (observed)|271224 321224 331226 381224 391226
Christmas Day|12-25
New Year's Day (observed)|271231 321231 340102 381231 400102
=NO|Norway
New Year's Day|01-01
Maundy Thursday|easter-3
Good Friday|easter-2
Easter Sunday|easter+0
Easter Monday|easter+1
Labor Day|05-01
Ascension Day|easter+39
Constitution Day|05-17
Pentecost|easter+49
Pentecost Monday|easter+50
Christmas Day|12-25
Second Day of Christmas|12-26
=OM|Oman
Isra' and Mi'raj (estimated)|270105 271225 281214 291203 301123 311112 321101 331021 341010 350929 360918 370907 380828 390817 400805
Sultan's Accession Day|240111 250112 260115 270111 280111 290111 300111 310111 320111 330111 340111 350111 360111 370111 380111 390111 400111
Isra' and Mi'raj|240208 250130 260118
Eid al-Fitr (estimated)|270308 270309 270310 270311 280225 280226 280227 280228 290213 290214 290215 290216 300202 300203 300204 300205 300206 310123 310124 310125 310126 320112 320113 320114 320115 320116 330101 330102 330103 330104 331221 331222 331223 331224 331225 341210 341211 341212 341213 341214 351129 351130 351201 351202 351203 361117 361118 361119 361120 361121 371107 371108 371109 371110 381028 381029 381030 381031 391017 391018 391019 391020 391021 401005 401006 401007 401008 401009
Eid al-Fitr|240409 240410 240411 240412 250329 250330 250331 250401 250402 260319 260320 260321 260322
Eid al-Adha (estimated)|270515 270516 270517 270518 280504 280505 280506 280507 290423 290424 290425 290426 300412 300413 300414 300415 310401 310402 310403 310404 320321 320322 320323 320324 330310 330311 330312 330313 340228 340301 340302 340303 350217 350218 350219 350220 360206 360207 360208 360209 370125 370126 370127 370128 380115 380116 380117 380118 390104 390105 390106 390107 391225 391226 391227 391228 401213 401214 401215 401216
Islamic New Year (estimated)|270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Eid al-Adha|240616 240617 240618 240619 250605 250606 250607 250608 260526 260527 260528 260529
Islamic New Year|240707 250629 260618
Prophet's Birthday (estimated)|270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Prophet's Birthday|240915 250907 260827
National Day|241120 241121 251126 251127 261125 261126 271120 271121 281120 281121 291120 291121 301120 301121 311120 311121 321120 321121 331120 331121 341120 341121 351120 351121 361120 361121 371120 371121 381120 381121 391120 391121 401120 401121
=PK|Pakistan
Kashmir Solidarity Day|02-05
General Election Day|240208
Eid-ul-Fitr (estimated)|270310 270311 270312 280227 280228 280229 290215 290216 290217 300205 300206 300207 310125 310126 310127 320115 320116 320117 330103 330104 330105 331224 331225 331226 341213 341214 341215 351202 351203 351204 361120 361121 361122 371109 371110 371111 381030 381031 381101 391020 391021 391022 401008 401009 401010
Pakistan Day|03-23
Eid-ul-Fitr|240410 240411 240412 250331 250401 250402 260320 260321
Labour Day|05-01
Eid-ul-Adha (estimated)|270517 270518 270519 280506 280507 280508 290425 290426 290427 300414 300415 300416 310403 310404 310405 320323 320324 320325 330312 330313 330314 340302 340303 340304 350219 350220 350221 360208 360209 360210 370127 370128 370129 380117 380118 380119 390106 390107 390108 391227 391228 391229 401215 401216 401217
Youm-e-Takbeer|05-28
Ashura (estimated)|270615 270616 280603 280604 290523 290524 300512 300513 310502 310503 320420 320421 330410 330411 340330 340331 350320 350321 360308 360309 370225 370226 380214 380215 390204 390205 400124 400125
Eid-ul-Adha|240617 240618 240619 250606 250607 250608 250609 260526 260527 260528
Ashura|240716 240717 250705 250706 260625 260626
Eid Milad-un-Nabi (estimated)|270815 280804 290725 300714 310703 320621 330610 340531 350521 360509 370429 380418 390407 400326
Independence Day|08-14
Eid Milad-un-Nabi|240917 250906 260826
Iqbal Day|11-09
Quaid-e-Azam Day|12-25
=PW|Palau
New Year's Day|01-01
Youth Day (observed)|250314 260316 310314 360314 370316
Youth Day|03-15
Senior Citizens Day|05-05
Senior Citizens Day (observed)|240506 290504 300506 350504 400504
President's Day (observed)|240531 250602 300531 310602 360602
President's Day|06-01
Constitution Day|07-09
Constitution Day (observed)|280710 330708 340710 390708
Labor Day|09-01mon
Independence Day|10-01
Independence Day (observed)|281002 330930 341002 390930
United Nations Day (observed)|261023 271025 321025 371023 381025
United Nations Day|10-24
Family Day|11-22fri
Thanksgiving Day|11-22thu
Christmas Day (observed)|271224 321224 331226 381224 391226
Christmas Day|12-25
New Year's Day (observed)|271231 321231 340102 381231 400102
=PS|Palestine
New Year's Day|01-01
Orthodox Christmas Day|01-07
Isra' and Mi'raj|240208 250127 260116 270105 271225 281214 291203 301123 311112 321101 331021 341010 350929 360918 370907 380828 390817 400805
International Women's Day|03-08
Easter|easter+0 240505 260412 270502 290408 300428 320502 330424 350429 360420 390417 400506
Eid al-Fitr|240410 240411 240412 250330 250331 250401 260320 260321 260322 270309 270310 270311 280226 280227 280228 290214 290215 290216 300204 300205 300206 310124 310125 310126 320114 320115 320116 330102 330103 330104 331223 331224 331225 341212 341213 341214 351201 351202 351203 361119 361120 361121 371108 371109 371110 381029 381030 381031 391019 391020 391021 401007 401008 401009
Labor Day|05-01
Eid al-Adha|240616 240617 240618 240619 250606 250607 250608 250609 260527 260528 260529 260530 270516 270517 270518 270519 280505 280506 280507 280508 290424 290425 290426 290427 300413 300414 300415 300416 310402 310403 310404 310405 320322 320323 320324 320325 330311 330312 330313 330314 340301 340302 340303 340304 350218 350219 350220 350221 360207 360208 360209 360210 370126 370127 370128 370129 380116 380117 380118 380119 390105 390106 390107 390108 391226 391227 391228 391229 401214 401215 401216 401217
Islamic New Year|240707 250626 260616 270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Prophet's Birthday|240915 250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Independence Day|11-15
Catholic Christmas Day|12-25
=PA|Panama
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Martyrs' Day|01-09
Martyrs' Day (observed)|280110 330110 390110
Carnival Tuesday|easter-47
Good Friday|easter-2
Labor Day|05-01
Labor Day (observed)|330502 390502
Presidential Inauguration Day|240701
Separation Day|11-03
Separation Day (observed)|241104 301104
Colon Day|11-05
Colon Day (observed)|281106 341106
Los Santos Uprising Day|11-10
Los Santos Uprising Day (observed)|241111 301111
Independence Day|11-28
Independence Day (observed)|271129 321129 381129
Mother's Day|12-08
Mother's Day (observed)|241209 301209
National Mourning Day|12-20
National Mourning Day (observed)|261221 371221
Christmas Day|12-25
Christmas Day (observed)|331226 391226
=PG|Papua New Guinea
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Grand Chief Sir Michael Somare Remembrance Day|02-26
Good Friday|easter-2
Easter Sunday|easter+0
Easter Monday|easter+1
King's Birthday|06-17
Papua New Guinea Remembrance Day|07-23
Papua New Guinea Remembrance Day (observed)|280724 340724
National Repentance Day|08-26
National Repentance Day (observed)|290827 350827 400827
Independence Day|09-16
Independence Day (observed)|290917 350917 400917
Christmas Day|12-25
Boxing Day|12-26
Boxing Day (observed)|271227 321227 381227
Christmas Day (observed)|331227 391227
=PY|Paraguay
New Year's Day|01-01
Patriots Day|240301 250303 260301 270301 280301 290301 300301 310301 320301 330301 340301 350301 360301 370301 380301 390301 400301
Maundy Thursday|easter-3
Good Friday|easter-2
Easter Sunday|easter+0
Workers' Day|05-01
National Holiday|05-14
National Independence Day|05-15
Chaco Armistice Day|240610 250616 260612 270612 280612 290612 300612 310612 320612 330612 340612 350612 360612 370612 380612 390612 400612
Constitution Oath Day|260622 270620 280620 290620 300620 310620 320620 330620 340620 350620 360620 370620 380620 390620 400620
Asuncion Foundation's Day|08-15
Boqueron Battle Day|240930 250929 260929 270929 280929 290929 300929 310929 320929 330929 340929 350929 360929 370929 380929 390929 400929
Caacupe Virgin Day|12-08
Christmas Day|12-25
=PE|Peru
New Year's Day|01-01
Maundy Thursday|easter-3
Good Friday|easter-2
Easter Sunday|easter+0
Labor Day|05-01
Battle of Arica and Flag Day|06-07
Saint Peter and Saint Paul's Day|06-29
Peruvian Air Force Day|07-23
Independence Day|07-28
Great Military Parade Day|07-29
Battle of Junín Day|08-06
Rose of Lima Day|08-30
Battle of Angamos Day|10-08
All Saints' Day|11-01
Immaculate Conception|12-08
Battle of Ayacucho Day|12-09
Christmas Day|12-25
=PH|Philippines
New Year's Day|01-01
Additional special (non-working) day|240209 241102 241224 250727
Chinese New Year|240210 250129 260217 270206 280126 290213 300203 310123 320211 330131 340219 350208 360128 370215 380204 390124 400212
Eid'l Fitr (estimated)|270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Maundy Thursday|easter-3
Good Friday|easter-2
Black Saturday|easter-1
Araw ng Kagitingan|04-09
Eid'l Fitr|240410 250401 260320
Labor Day|05-01
Elections special (non-working) day|250512
Eid'l Adha (estimated)|270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Independence Day|06-12
Eid'l Adha|240617 250606 260527
Ninoy Aquino Day|240823 250821 260821 270821 280821 290821 300821 310821 320821 330821 340821 350821 360821 370821 380821 390821 400821
National Heroes Day|08-25mon
All Saints' Day Eve|251031
All Saints' Day|11-01
All Souls' Day|261102 271102
Bonifacio Day|11-30
Feast of the Immaculate Conception of Mary|12-08
Christmas Eve|251224 261224 271224
Christmas Day|12-25
Rizal Day|12-30
Last Day of the Year|12-31
=PN|Pitcairn Islands
New Year's Day|01-01
Bounty Day|01-23
Good Friday|easter-2
Easter Monday|easter+1
King's Birthday|06-01mon
Pitcairn Day|07-02
Christmas Day|12-25
Boxing Day|12-26
=PL|Poland
New Year's Day|01-01
Epiphany|01-06
Easter Sunday|easter+0
Easter Monday|easter+1
National Day|05-01
National Day of the Third of May|05-03
Pentecost|easter+49
Corpus Christi|easter+60
Assumption Day|08-15
All Saints' Day|11-01
National Independence Day|11-11
Christmas Eve|251224 261224 271224 281224 291224 301224 311224 321224 331224 341224 351224 361224 371224 381224 391224 401224
Christmas Day|12-25
Second Day of Christmas|12-26
=PT|Portugal
-01|Aveiro
-02|Beja
-03|Braga
-04|Bragança
-05|Castelo Branco
-06|Coimbra
-07|Évora
-08|Faro
-09|Guarda
-10|Leiria
-11|Lisboa
-12|Portalegre
-13|Porto
-30|Região Autónoma da Madeira
-20|Região Autónoma dos Açores
-14|Santarém
-15|Setúbal
-16|Viana do Castelo
-17|Vila Real
-18|Viseu
New Year's Day|01-01
Saint Joseph's Day|03-19|14
Good Friday|easter-2
Easter Sunday|easter+0
Feast of Our Lady of Mércoles|easter+16|05
Freedom Day|04-25
Labor Day|05-01
Ascension Day|easter+39|02
Saint Joanna's Day|05-12|01
Day of the Autonomous Region of the Azores|easter+50|20
Municipal Holiday of Leiria|05-22|10
Municipal Holiday of Portalegre|05-23|12
Corpus Christi|easter+60
Day of Portugal, Camões, and the Portuguese Communities|06-10
Saint Anthony's Day|06-13|11 17
Saint John's Day|06-24|03 13
Saint Peter's Day|06-29|07
Day of the Autonomous Region of Madeira and the Madeiran Communities|07-01|30
Saint Elizabeth's Day|07-04|06
Assumption Day|08-15
Feast of Our Lady of Sorrows|08-20|16
Feast of Our Lady of Graces|08-22|04
Municipal Holiday of Faro|09-07|08
Bocage Day|09-15|15
Saint Matthew's Day|09-21|18
Republic Day|10-05
All Saints' Day|11-01
Municipal Holiday of Guarda|11-27|09
Restoration of Independence Day|12-01
Immaculate Conception|12-08
Christmas Day|12-25
1st Octave|12-26|30
=PR|Puerto Rico
New Year's Day|01-01
Epiphany|01-06
Martin Luther King Jr. Day|01-15mon
George Washington Day, Presidents' Day, and the Day of the Women and Men Heroes of Puerto Rico|02-15mon
Emancipation Day|03-22
Emancipation Day (observed)|260323 370323
Good Friday|easter-2
Memorial Day|05-25mon
Juneteenth National Independence Day (observed)|270618 320618 330620 380618 390620
Juneteenth National Independence Day|06-19
Independence Day (observed)|260703 270705 320705 370703 380705
Independence Day|07-04
Puerto Rico Constitution Day|07-25
Puerto Rico Constitution Day (observed)|270726 320726 380726
Labor Day|09-01mon
Columbus Day|10-08mon
Veterans Day|11-11
Veterans Day (observed)|291112 351112 401112
Puerto Rican Identity Day|11-19
Puerto Rican Identity Day (observed)|281120 341120
Thanksgiving Day|11-22thu
Christmas Day (observed)|271224 321224 331226 381224 391226
Christmas Day|12-25
New Year's Day (observed)|271231 321231 340102 381231 400102
=QA|Qatar
New Year's Holiday|250102
National Sports Day|02-08tue
Eid al-Fitr (estimated)|270309 270310 270311 280226 280227 280228 290214 290215 290216 300204 300205 300206 310124 310125 310126 320114 320115 320116 330102 330103 330104 331223 331224 331225 341212 341213 341214 351201 351202 351203 361119 361120 361121 371108 371109 371110 381029 381030 381031 391019 391020 391021 401007 401008 401009
Eid al-Fitr|240410 240411 240412 250330 250331 250401 260320 260321 260322
Eid al-Adha (estimated)|270516 270517 270518 280505 280506 280507 290424 290425 290426 300413 300414 300415 310402 310403 310404 320322 320323 320324 330311 330312 330313 340301 340302 340303 350218 350219 350220 360207 360208 360209 370126 370127 370128 380116 380117 380118 390105 390106 390107 391226 391227 391228 401214 401215 401216
Eid al-Adha|240616 240617 240618 250606 250607 250608 260527 260528 260529
Qatar National Day|12-18
=RE|Reunion
New Year's Day|01-01
Easter Monday|easter+1
Labor Day|05-01
Victory Day|05-08
Ascension Day|easter+39
Pentecost Monday|easter+50
National Day|07-14
Assumption Day|08-15
All Saints' Day|11-01
Armistice Day|11-11
Abolition of Slavery|12-20
Christmas Day|12-25
=RO|Romania
New Year's Day|01-01 01-02
Epiphany|01-06
Saint John the Baptist|01-07
Unification of the Romanian Principalities Day|01-24
Labor Day|05-01
Good Friday|pascha-2
Easter|pascha+0 pascha+1
Children's Day|06-01
Pentecost|pascha+49 pascha+50
Dormition of the Mother of God|08-15
Saint Andrew's Day|11-30
National Day|12-01
Christmas Day|12-25 12-26
=RU|Russia
New Year Holidays|01-01 01-02 01-03 01-04 01-05 01-06 01-08
Christmas Day|01-07
Day off (substituted from 01/03/2026)|260109
Day off (substituted from 02/20/2027)|270222
Defender of the Fatherland Day|02-23
International Women's Day|03-08
International Women's Day (observed)|260309
Day off (substituted from 04/27/2024)|240429
Day off (substituted from 11/02/2024)|240430
Day off (substituted from 01/04/2025)|250502
Holiday of Spring and Labor|05-01
Holiday of Spring and Labor (observed)|270503
Day off (substituted from 02/23/2025)|250508
Victory Day|05-09
Day off (substituted from 01/06/2024)|240510
Victory Day (observed)|260511 270510
Day off (substituted from 03/08/2025)|250613
Russia Day|06-12
Russia Day (observed)|270614
Day off (substituted from 11/01/2025)|251103
Day off (substituted from 01/02/2027)|271105
Unity Day|11-04
Day off (substituted from 01/03/2027)|271231
Day off (substituted from 01/04/2026)|261231
Day off (substituted from 01/05/2025)|251231
Day off (substituted from 12/28/2024)|241230
Day off (substituted from 01/07/2024)|241231
=RW|Rwanda
New Year's Day|01-01
Day after New Year's Day|01-02
New Year's Day (observed)|280103 330103 340103 390103 400103
Day after New Year's Day (observed)|270104 380104
National Heroes' Day|02-01
National Heroes' Day (observed)|250203 260202 310203 320202 370202
Eid al-Fitr (observed, estimated)|280228 330104 351203 371109 401008
Eid al-Fitr (estimated)|260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Good Friday|easter-2
Easter Monday|easter+1
Memorial Day of Genocide perpetrated against the Tutsi in 1994|04-07
Eid al-Fitr|240410 250331
Labor Day|05-01
Labor Day (observed)|270503 320503 330502 380503 390502
Eid al-Adha (observed, estimated)|270517 300415 350219 380118
Eid al-Adha (estimated)|260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha|240616 250606
Eid al-Adha (observed)|240617
Independence Day|07-01
Independence Day (observed)|280703 290702 340703 350702 400702
Liberation Day|07-04
Liberation Day (observed)|260706 270705 320705 370706 380705
Umuganura Day|08-01fri
Assumption Day|08-15
Assumption Day (observed)|260817 270816 320816 370817 380816
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331227 381227 391227
Boxing Day (observed)|261228 371228
=BL|Saint Barthélemy
New Year's Day|01-01
Easter Monday|easter+1
Labor Day|05-01
Victory Day|05-08
Ascension Day|easter+39
Pentecost Monday|easter+50
National Day|07-14
Assumption Day|08-15
Abolition of Slavery|10-09
All Saints' Day|11-01
Armistice Day|11-11
Christmas Day|12-25
=SH|Saint Helena, Ascension and Tristan da Cunha
-AC|Ascension
-HL|Saint Helena
-TA|Tristan da Cunha
Good Friday|easter-2
Easter Monday|easter+1
Ascension Day|easter+39|AC TA
Saint Helena Day|05-21|HL
Saint Helena Day (observed)|280522 330520 340522 390520|HL
Ratting Day|250530|TA
Anniversary Day|08-14|TA
King's Birthday|11-11fri
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331227 381227 391227
Boxing Day (observed)|261228 271228 321228 371228 381228
=KN|Saint Kitts and Nevis
Carnival Day|01-01
Carnival Day - Last Lap|01-02
Carnival Day (observed)|340103 400103
Carnival Day - Last Lap (observed)|280103 330103 390103
Good Friday|easter-2
Easter Monday|easter+1
Labour Day|05-01mon
Whit Monday|easter+50
Emancipation Day|08-01mon
Culturama Day - Last Lap|08-02tue
National Heroes Day|09-16
National Heroes Day (observed)|290917 350917 400917
Independence Day|09-19
Independence Day (observed)|270920 320920 380920
Christmas Day|12-25
Boxing Day|12-26
Boxing Day (observed)|271227 321227 381227
Christmas Day (observed)|331227 391227
=LC|Saint Lucia
New Year's Day|01-01
New Year's Holiday|01-02
New Year's Day (observed)|340103 400103
New Year's Holiday (observed)|280103 330103 390103
Independence Day|02-22
Independence Day (observed)|260223 320223 370223
Good Friday|easter-2
Easter Monday|easter+1
Labour Day|05-01
Labour Day (observed)|330502 390502
Whit Monday|easter+50
Corpus Christi|easter+60
Emancipation Day|08-01
Emancipation Day (observed)|270802 320802 380802
Thanksgiving Day|10-01mon
National Day|12-13
National Day (observed)|261214 371214
Christmas Day|12-25
Boxing Day|12-26
Boxing Day (observed)|271227 321227 381227
Christmas Day (observed)|331227 391227
=MF|Saint Martin
New Year's Day|01-01
Easter Monday|easter+1
Labor Day|05-01
Victory Day|05-08
Ascension Day|easter+39
Pentecost Monday|easter+50
Abolition of Slavery|05-28
National Day|07-14
Victor Schoelcher Day|07-21
Assumption Day|08-15
All Saints' Day|11-01
Armistice Day|11-11
Christmas Day|12-25
=PM|Saint Pierre and Miquelon
New Year's Day|01-01
Easter Monday|easter+1
Labor Day|05-01
Victory Day|05-08
Ascension Day|easter+39
Pentecost Monday|easter+50
National Day|07-14
Assumption Day|08-15
All Saints' Day|11-01
Armistice Day|11-11
Christmas Day|12-25
=VC|Saint Vincent and the Grenadines
New Year's Day|01-01
New Year's Day (observed)|340102 400102
National Heroes' Day|03-14
National Heroes' Day (observed)|270315 320315 380315
Good Friday|easter-2
Easter Monday|easter+1
National Workers' Day|05-01
National Workers' Day (observed)|330502 390502
National Spiritual Baptist Day|250521 260521 270521 280521 290521 300521 310521 320521 330521 340521 350521 360521 370521 380521 390521 400521
Whit Monday|easter+50
Carnival Monday|240708 250707 260706 270705 280703 290702 300701 310707 320705 330704 340703 350702 360707 370706 380705 390704 400702
Carnival Tuesday|240709 250708 260707 270706 280704 290703 300702 310708 320706 330705 340704 350703 360708 370707 380706 390705 400703
Emancipation Day|08-01
Emancipation Day (observed)|270802 320802 380802
Independence Day|10-27
Independence Day (observed)|241028 301028
Christmas Day|12-25
Boxing Day|12-26
Boxing Day (observed)|271227 321227 381227
Christmas Day (observed)|331227 391227
=WS|Samoa
New Year's Day|01-01
The Day After New Year's Day|01-02
Good Friday|easter-2
Day After Good Friday|easter-1
Easter Monday|easter+1
Mother's Day|05-09mon
Independence Day|06-01
Father's Day|08-09mon
White Sunday (Lotu a Tamaiti)|10-09mon
Christmas Day|12-25
Boxing Day|12-26
=SM|San Marino
New Year's Day|01-01
Epiphany|01-06
Anniversary of the Liberation of the Republic and Feast of Saint Agatha|02-05
Anniversary of the Arengo|03-25
Easter Sunday|easter+0
Easter Monday|easter+1
Investiture of Captains Regent|04-01 10-01
Workers' Day|05-01
Corpus Christi|easter+60
Anniversary of the Fall of Fascism and Freedom Day|07-28
Assumption Day|08-15
Saint Marinus' Day, Anniversary of the Founding of the Republic|09-03
All Saints' Day|11-01
Commemoration of the Dead|11-02
Immaculate Conception|12-08
Christmas Day|12-25
Saint Stephen's Day|12-26
=ST|Sao Tome and Principe
-P|Príncipe
New Year's Day|01-01
Day of King Amador (observed)|250103 260105 310103 320105 370105
Day of King Amador|01-04
Discovery of Príncipe Island (observed)|260116 270118 320116 370116 380118|P
Discovery of Príncipe Island|01-17|P
Martyrs' Day (observed)|240202 290202 300204 350202 360204
Martyrs' Day|02-03
Autonomy Day (observed)|280428 290430 340428 350430 400430|P
Autonomy Day|04-29|P
Worker's Day (observed)|270430 320430 330502 380430 390502
Worker's Day|05-01
Independence Day (observed)|250711 260713 310711 360711 370713
Independence Day|07-12
São Lourenço Day (observed)|260814 270816 320816 370814 380816|P
São Lourenço Day|08-15|P
Armed Forces Day (observed)|250905 260907 310905 360905 370907
Armed Forces Day|09-06
Agricultural Reform Day (observed)|280929 291001 340929 351001 401001
Agricultural Reform Day|09-30
São Tomé Day (observed)|241220 251222 301220 311222 361222
São Tomé Day|12-21
Christmas Day (observed)|271224 321224 331226 381224 391226
Christmas Day|12-25
New Year's Day (observed)|271231 321231 340102 381231 400102
=SA|Saudi Arabia
Founding Day Holiday|02-22
Founding Day Holiday (observed)|250223 300221 310223 360221
Eid al-Fitr Holiday|240409 240410 240411 240412 250330 250331 250401 250402 260319 260320 260321 260322 270309 270310 270311 270312 280226 280227 280228 280229 290214 290215 290216 290217 300203 300204 300205 300206 310124 310125 310126 310127 320113 320114 320115 320116 330102 330103 330104 330105 331222 331223 331224 331225 341211 341212 341213 341214 351130 351201 351202 351203 361118 361119 361120 361121 371108 371109 371110 371111 381029 381030 381031 381101 391018 391019 391020 391021 401006 401007 401008 401009
Eid al-Fitr Holiday (observed)|240414 260323 260324 270314 280301 290218 290219 310128 310129 320118 331226 331227 351204 351205 361123 381102 381103 391023 401010
Day of Arafah|240615 250605 260526 270515 280504 290423 300412 310401 320321 330310 340228 350217 360206 370125 380115 390104 391225 401213
Eid al-Adha Holiday|240616 240617 240618 250606 250607 250608 260527 260528 260529 270516 270517 270518 280505 280506 280507 290424 290425 290426 300413 300414 300415 310402 310403 310404 320322 320323 320324 330311 330312 330313 340301 340302 340303 350218 350219 350220 360207 360208 360209 370126 370127 370128 380116 380117 380118 390105 390106 390107 391226 391227 391228 401214 401215 401216
Eid al-Adha Holiday (observed)|240619 250609 250610 260531 270519 280508 280509 300416 300417 310406 330314 330315 340305 350221 360210 360211 380119 380120 390109 401217 401218
National Day Holiday|09-23
National Day Holiday (observed)|280924 330922 340924 390922
=SN|Senegal
New Year's Day|01-01
Eid al-Fitr (observed, estimated)|330103 371109 401008
Eid al-Fitr (estimated)|260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Eid al-Fitr (observed)|250331
Easter Monday|easter+1
Independence Day|04-04
Eid al-Fitr|240410 250330
Labor Day|05-01
Ascension Day|easter+39
Eid al-Adha (observed, estimated)|270517 350219
Pentecost Monday|easter+50
Eid al-Adha (estimated)|250606 260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha|240617
Ashura (estimated)|250705 260625 270615 280603 290523 300512 310502 320420 330410 340330 350320 360308 370225 380214 390204 400124
Ashura|240717
Grand Magal of Touba (estimated)|250812 260801 270722 280711 290630 300619 310608 320527 330517 340507 350426 360415 370404 380324 390313 400302
Assumption Day|08-15
Grand Magal of Touba|240823
Prophet's Birthday (estimated)|250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Prophet's Birthday|240915
All Saints' Day|11-01
Christmas Day|12-25
=RS|Serbia
New Year's Day|01-01 01-02
New Year's Day (observed)|280103 330103 340103 390103 400103
Orthodox Christmas Day|01-07
Statehood Day|02-15 02-16
Statehood Day (observed)|250217 260217 310217 320217 370217
Labor Day|05-01 05-02
Good Friday|pascha-2
Labor Day (observed)|270504 320504 330503 380503 390503
Holy Saturday|pascha-1
Easter Sunday|pascha+0
Easter Monday|pascha+1
Armistice Day|11-11
Armistice Day (observed)|291112 351112 401112
=SC|Seychelles
New Year's Day|01-01
New Year Holiday|01-02
New Year Holiday (observed)|280103 330103 390103
Good Friday|easter-2
Easter Saturday|easter-1
Easter Monday|easter+1
Labour Day|05-01
Labour Day (observed)|330502 390502
The Fete Dieu|easter+60
Constitution Day|06-18
Constitution Day (observed)|280619 340619
Independence (National) Day|06-29
Independence (National) Day (observed)|250630 310630 360630
Assumption Day|08-15
Assumption Day (observed)|270816 320816 380816
All Saints Day|11-01
All Saints Day (observed)|261102 371102
The Feast of the Immaculate Conception|12-08
The Feast of the Immaculate Conception (observed)|241209 301209
Christmas Day|12-25
Christmas Day (observed)|331226 391226
=SL|Sierra Leone
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
Armed Forces Day|02-18
Armed Forces Day (observed)|240219 290219 340220 350219 400220
International Women's Day|03-08
International Women's Day (observed)|250310 260309 310310 360310 370309
Eid al-Fitr (estimated)|250330 260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Good Friday|easter-2
Eid al-Fitr (observed, estimated)|250331 280228 330104 351203 371109 401008
Easter Monday|easter+1
Eid al-Fitr|240410
Independence Day|04-27
Independence Day (observed)|240429 250428 300429 310428 360428
International Worker's Day|05-01
International Worker's Day (observed)|270503 320503 330502 380503 390502
Eid al-Adha (observed, estimated)|270517 300415 350219 380118
Eid al-Adha (estimated)|250606 260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha|240616
Eid al-Adha (observed)|240617
Prophet's Birthday (observed, estimated)|270816 300715 320621 350521 380419 400326
Prophet's Birthday (estimated)|250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Prophet's Birthday|240915
Prophet's Birthday (observed)|240916
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331227 381227 391227
Boxing Day (observed)|261228 271228 321228 371228 381228
=SG|Singapore
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Chinese New Year (estimated)|280126 280127 290213 290214 300203 300204 310123 310124 320211 320212 330131 330201 340219 340220 350208 350209 360128 360129 370215 370216 380204 380205 390124 390125 400212 400213
Chinese New Year (observed, estimated)|300205 340221 370217 400214
Chinese New Year|240210 240211 250129 250130 260217 260218 270206 270207
Chinese New Year (observed)|240212 270208
Hari Raya Puasa (estimated)|280227 290215 300204 310125 320114 330103 331223 341212 351201 361119 371109 381030 391019 401008
Hari Raya Puasa (observed, estimated)|280228
Good Friday|easter-2
Hari Raya Puasa|240410 250331 260321 270310
Hari Raya Haji (observed, estimated)|300415
Labour Day|05-01
Labour Day (observed)|330502 390502
Polling Day|250503
Hari Raya Haji (estimated)|280505 290425 300414 310403 320322 330312 340301 350219 360208 370127 380116 390106 391226 401215
Vesak Day (estimated)|280509 290527 300516 310604 320523 330513 340601 350522 360510 370529 380518 390507 400525
Vesak Day|240522 250512 260531 270520
Vesak Day (observed, estimated)|290528 320524
Vesak Day (observed)|260601
Hari Raya Haji|240617 250607 260527 270517
National Day|08-09
National Day (observed)|260810 370810
Deepavali|241031 251020 261108 271028 281115 291105 301026 311114 321102 331022 341110 351030 361117 371106 381027 391115 401104
Deepavali (observed)|261109 401105
Christmas Day|12-25
Christmas Day (observed)|331226 391227
=SX|Sint Maarten
New Year's Day|01-01
Good Friday|easter-2
Easter Sunday|easter+0
Easter Monday|easter+1
King's Day|240427 250426 260427 270427 280427 290427 300427 310426 320427 330427 340427 350427 360426 370427 380427 390427 400427
Carnival Day|240430 250430 260430 270430 280502 290430 300430 310430 320430 330429 340502 350430 360430 370430 380430 390429 400430
Labor Day|05-01
Ascension Day|easter+39
Pentecost|easter+49
Emancipation Day|240701 250701 260701 270701 280701 290702 300701 310701 320701 330701 340701 350702 360701 370701 380701 390701 400702
Constitution Day|10-08mon
Sint Maarten Day|11-11
Christmas Day|12-25
Second Day of Christmas|12-26
=SK|Slovakia
Day of the Establishment of the Slovak Republic|01-01
Epiphany (Three Kings' Day and Orthodox Christmas)|01-06
Good Friday|easter-2
Easter Monday|easter+1
Labor Day|05-01
Day of Victory over Fascism|240508 250508 270508 280508 290508 300508 310508 320508 330508 340508 350508 360508 370508 380508 390508 400508
Saints Cyril and Methodius Day|07-05
Slovak National Uprising Anniversary|08-29
Day of Our Lady of the Seven Sorrows|240915 250915 270915 280915 290915 300915 310915 320915 330915 340915 350915 360915 370915 380915 390915 400915
All Saints' Day|11-01
Struggle for Freedom and Democracy Day|241117
Christmas Eve|12-24
Christmas Day|12-25
Second Day of Christmas|12-26
=SI|Slovenia
New Year's Day|01-01 01-02
Prešeren's Day, the Slovenian Cultural Holiday|02-08
Easter Sunday|easter+0
Easter Monday|easter+1
Day of Uprising Against Occupation|04-27
Labor Day|05-01 05-02
Pentecost|easter+49
Statehood Day|06-25
Assumption Day|08-15
Reformation Day|10-31
Day of Remembrance for the Dead|11-01
Christmas Day|12-25
Independence and Unity Day|12-26
=SB|Solomon Islands
-CE|Central
-CH|Choiseul
-GU|Guadalcanal
-IS|Isabel
-MK|Makira-Ulawa
-ML|Malaita
-RB|Rennell and Bellona
-TE|Temotu
-WE|Western
New Year's Day|01-01
Choiseul Province Day|02-25|CH
Choiseul Province Day (observed)|240226 290226 340224 350226 400224|CH
Good Friday|easter-2
Holy Saturday|easter-1
Easter Monday|easter+1
Public Holiday|240417
Whit Monday|easter+50
Isabel Province Day|06-02|IS
Isabel Province Day (observed)|240603 290601 300603 350601 400601|IS
Temotu Province Day (observed)|240607 250609 300607 310609 360609|TE
Temotu Province Day|06-08|TE
King's Birthday (observed)|240614
King's Birthday|240615 250613 260619 270618 280616 290615 300614 310620 320618 330617 340616 350615 360620 370619 380618 390617 400615
Central Province Day (observed)|240628 250630 300628 310630 360630|CE
Central Province Day|06-29|CE
Independence Day|07-07
Independence Day (observed)|240708 290706 300708 350706 400706
Rennell and Bellona Province Day (observed)|240719 250721 300719 310721 360721|RB
Rennell and Bellona Province Day|07-20|RB
Guadalcanal Province Day (observed)|260731 270802 320802 370731 380802|GU
Guadalcanal Province Day|08-01|GU
Makira-Ulawa Province Day (observed)|240802 250804 300802 310804 360804|MK
Makira-Ulawa Province Day|08-03|MK
Malaita Province Day (observed)|260814 270816 320816 370814 380816|ML
Malaita Province Day|08-15|ML
Western Province Day (observed)|241206 251208 301206 311208 361208|WE
Western Province Day|12-07|WE
Christmas Day|12-25
Christmas Day (observed)|271227 321227 331227 381227 391227
National Day of Thanksgiving|12-26
National Day of Thanksgiving (observed)|261228 271228 321228 371228 381228
New Year's Day (observed)|271231 321231 340102 381231 400102
=SO|Somalia
New Year's Day|01-01
Isra' and Mi'raj (estimated)|240208 250127 260116 270105 271225 281214 291203 301123 311112 321101 331021 341010 350929 360918 370907 380828 390817 400805
Eid al-Fitr (estimated)|240410 250330 260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Labor Day|05-01
Eid al-Adha (estimated)|240616 250606 260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Independence Day|06-26
Republic Day|07-01
Islamic New Year (estimated)|240707 250626 260616 270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Ashura (estimated)|240716 250705 260625 270615 280603 290523 300512 310502 320420 330410 340330 350320 360308 370225 380214 390204 400124
Prophet's Birthday (estimated)|240915 250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
=ZA|South Africa
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Human Rights Day|03-21
Human Rights Day (observed)|270322 320322 380322
Good Friday|easter-2
Family Day|easter+1
Freedom Day|04-27
Freedom Day (observed)|250428 310428 360428
Workers' Day|05-01
Workers' Day (observed)|330502 390502
National and Provincial Government Elections|240529
Youth Day|06-16
Youth Day (observed)|240617 300617
National Women's Day|08-09
National Women's Day (observed)|260810 370810
Heritage Day|09-24
Heritage Day (observed)|280925 340925
Local Government Elections|261104
Day of Reconciliation|12-16
Day of Reconciliation (observed)|291217 351217 401217
Christmas Day|12-25
Day of Goodwill|12-26
Day of Goodwill (observed)|271227 321227 381227
=GS|South Georgia and the South Sandwich Islands
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
Possession Day|01-17
Possession Day (observed)|260119 270118 320119 370119 380118
Good Friday|easter-2
Liberation Day|04-25
Liberation Day (observed)|260427 270426 320426 370427 380426
Shackleton Day|05-20
Shackleton Day (observed)|280522 290521 340522 350521 400521
Mid-winter Day (observed)|250620 260622 310623 360623 370622
Mid-winter Day|06-21
Environment Day|10-30
Environment Day (observed)|271101 321101 331031 381101 391031
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331226 381227 391226
Boxing Day (observed)|261228 271228 321228 331227 371228 381228 391227
=KR|South Korea
New Year's Day|01-01
Temporary Public Holiday|250127
The day preceding Korean New Year|240209 250128 260216 270206 280126 290212 300202 310122 320210 330130 340218 350207 360127 370214 380203 390123 400211
Korean New Year|240210 250129 260217 270207 280127 290213 300203 310123 320211 330131 340219 350208 360128 370215 380204 390124 400212
The second day of Korean New Year|240211 250130 260218 270208 280128 290214 300204 310124 320212 330201 340220 350209 360129 370216 380205 390125 400213
Alternative holiday for Korean New Year|240212 270209 300205 330202 340221 360130 370217 390126 400214
Independence Movement Day|03-01
Alternative holiday for Independence Movement Day|250303 260302 310303 360303 370302
National Assembly Election Day|240410 280412 320414 360409 400411
Labor Day|260501 270501 280501 290501 300501 310501 320501 330501 340501 350501 360501 370501 380501 390501 400501
Alternative holiday for Labor Day|270503 320503 330502 380503 390503
Alternative holiday for Buddha's Birthday|250506 260525 290521 320517 360506 390502
Children's Day|05-05
Alternative holiday for Children's Day|240506 250506 290507 300506 350507 400507
Buddha's Birthday|240515 250505 260524 270513 280502 290520 300509 310528 320516 330506 340525 350515 360503 370522 380511 390430 400518
Local Election Day|260603 300612 340531 380602
Presidential Election Day|250603 300327 350328 400328
Memorial Day|06-06
Constitution Day|260717 270717 280717 290717 300717 310717 320717 330717 340717 350717 360717 370717 380717 390717 400717
Alternative holiday for Constitution Day|270719 320719 330718 380719 390718
Liberation Day|08-15
Alternative holiday for Liberation Day|260817 270816 320816 370817 380816
The day preceding Chuseok|240916 251005 260924 270914 281002 290921 300911 310930 320918 330907 340926 350915 361003 370923 380912 391001 400920
Chuseok|240917 251006 260925 270915 281003 290922 300912 311001 320919 330908 340927 350916 361004 370924 380913 391002 400921
The second day of Chuseok|240918 251007 260926 270916 281004 290923 300913 311002 320920 330909 340928 350917 361005 370925 380914 391003 400922
Armed Forces Day|241001
National Foundation Day|10-03
Alternative holiday for National Foundation Day|261005 271004 321004 371005 381004
Alternative holiday for Chuseok|251008 281005 290924 320921 350918 361006 361007 380915 391004 391005
Hangul Day|10-09
Alternative holiday for Hangul Day|271011 321011 331010 381011 391010
Christmas Day|12-25
Alternative holiday for Christmas Day|271227 321227 331226 381227 391226
=SS|South Sudan
New Year's Day|01-01
Peace Agreement Day|01-09
Good Friday|easter-2
Eid al-Fitr|250331
Holy Saturday|easter-1
Easter Sunday|easter+0
Easter Monday|easter+1
Eid al-Fitr (estimated)|240410 260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
International Labour Day|05-01
SPLA Day|05-16
Eid al-Adha|250606
Eid al-Adha (estimated)|240616 260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Independence Day|07-09
Martyrs' Day|07-30
Christmas Eve|12-24
Christmas Day|12-25
Second Day of Christmas|12-26
=ES|Spain
-AN|Andalucía
-AR|Aragón
-AS|Asturias
-Barcelona|Barcelona
-CN|Canarias
-CB|Cantabria
-CL|Castilla y León
-CM|Castilla-La Mancha
-CT|Cataluña
-CE|Ceuta
-EX|Extremadura
-GA|Galicia
-IB|Islas Baleares
-RI|La Rioja
-MD|Madrid
-ML|Melilla
-MC|Murcia
-NC|Navarra
-PV|País Vasco
-VC|Valenciana
New Year's Day|240101 250101 260101 270101 280101 290101 300101 310101 320101 330101 350101 360101 370101 380101 390101
Monday following New Year's Day|340102 400102|AN AR AS CL MC
Epiphany|240106 250106 260106 270106 280106 290106 310106 320106 330106 340106 350106 370106 380106 390106 400106
Monday following Epiphany|300107 360107|AN AR AS CN CL CE EX MD ML MC NC
Shrove Tuesday|240213|EX
Andalusia Day|240228 250228 260228 280228 290228 300228 310228 320228 330228 340228 350228 360228 370228 390228 400228|AN
Monday following Andalusia Day|270301 380301|AN
Day of the Balearic Islands|240301 250301 270301 280301 290301 300301 310301 320301 330301 340301 350301 360301 380301 390301 400301|IB
Monday following Day of the Balearic Islands|260302 370302|IB
Eid al-Fitr (estimated)|270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007|CE ML
Saint Joseph's Day|260319|GA MC NC PV VC
Saint Joseph's Day|270319 320319 380319|MD MC PV VC
Saint Joseph's Day|300319 360319 370319|MC PV VC
Monday following Saint Joseph's Day|340320|MD
Saint Joseph's Day|400319|MD MC VC
Saint Joseph's Day|240319 250319 290319 310319 330319 350319 390319|MC VC
Easter Monday|270329 280417 290402 310414 320329 330418 340410 350326 360414 370406 380426 390411 400402|Barcelona CT IB RI NC PV VC
Maundy Thursday|240328 250417 260402 270325 280413 290329 300418 310410 320325 340406 350322 360410 370402 380422 400329|!. Barcelona CT VC
Good Friday|easter-2
Easter Monday|240401 300422|Barcelona CB CT IB RI NC PV VC
Easter Monday|260406|Barcelona CM CT IB RI NC PV VC
Eid al-Fitr|240410 250331 260320|CE ML
Maundy Thursday|330414 390407|!. Barcelona CT
Easter Monday|250421|Barcelona CT RI NC PV VC
Castile and León Day|240423 250423 260423 270423 290423 300423 310423 320423 330423 350423 360423 370423 380423 390423 400423|CL
Saint George's Day|240423 250423 260423 270423 290423 300423 310423 320423 330423 350423 360423 370423 380423 390423 400423|AR
Monday following Castile and León Day|280424 340424|CL
Monday following Saint George's Day|280424 340424|AR
Labor Day|240501 250501 260501 270501 280501 290501 300501 310501 320501 340501 350501 360501 370501 380501 400501
Monday following Labor Day|330502 390502|AN AR AS CL EX MC
Madrid Day|240502 250502 260502 280502 290502 300502 310502 330502 340502 350502 360502 370502 390502 400502|MD
Monday following Madrid Day|270503 320503 380503|MD
Eid al-Adha (estimated)|270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214|CE ML
Galician Literature Day|240517 250517 270517 280517 290517 300517 310517 320517 330517 340517 350517 360517 380517 390517 400517|GA
Pentecost Monday|240520 250609 260525 270517 280605 290521 300610 310602 320517 340529 350514 360602 370525 380614 400521|Barcelona
Corpus Christi|easter+60|CM
Day of the Canary Islands|240530 250530 260530 280530 290530 300530 310530 330530 340530 350530 360530 370530 390530 400530|CN
Monday following Day of the Canary Islands|270531 320531 380531|CN
Castilla-La Mancha Day|240531 250531 270531 280531 290531 300531 310531 320531 330531 340531 350531 360531 380531 390531 400531|CM
Pentecost Monday|330606 390530|Barcelona CT
La Rioja Day|250609 260609 270609 280609 290609 310609 320609 330609 340609 350609 360609 370609 380609 390609 400609|RI
Murcia Day|250609 260609 270609 280609 290609 310609 320609 330609 340609 350609 360609 370609 380609 390609 400609|MC
Monday following Murcia Day|300610|MC
Monday following La Rioja Day|240610 300610|RI
Monday following Saint Anthony's Day|270614 320614 380614|CE
Saint Anthony's Day|240613 250613 260613 280613 290613 300613 310613 330613 340613 350613 360613 370613 390613 400613|CE
Eid al-Adha|240617 250606 260527|CE ML
Saint John the Baptist|260624|Barcelona CT GA VC
Saint John the Baptist|290624 350624 400624|VC
Saint John the Baptist|240624 250624 270624 280624 300624 310624 320624 330624 340624 360624 370624 380624 390624|Barcelona CT VC
Saint James' Day|300725|CB PV
Saint James' Day|250725|MD NC PV
Saint James' Day|330725 390725|MD PV
Saint James' Day|260725 280725 290725 310725 340725 350725 360725 370725 400725|PV
Galician National Day|240725 250725 260725 280725 290725 300725 310725 330725 340725 350725 360725 370725 390725 400725|GA
Saint James' Day|240725|CB MD NC PV
Cantabria Institutions Day|250728 260728 270728 280728 290728 310728 320728 330728 340728 350728 360728 370728 380728 390728 400728|CB
Santa Maria of Africa|08-05|CE
Assumption Day|240815 250815 260815 280815 290815 300815 310815 330815 340815 350815 360815 370815 390815 400815
Monday following Assumption Day|270816 320816 380816|AN AR AS CN CL
Ceuta Day|240902 260902 270902 280902 300902 310902 320902 330902 340902 360902 370902 380902 390902|CE
Asturias Day|250908 260908 270908 280908 290908 310908 320908 330908 340908 350908 360908 370908 380908 390908 400908|AS
Day of Our Lady of Victory|250908 260908 270908 280908 290908 310908 320908 330908 340908 350908 360908 370908 380908 390908 400908|ML
Extremadura Day|250908 260908 270908 280908 290908 310908 320908 330908 340908 350908 360908 370908 380908 390908 400908|EX
Monday following Day of Our Lady of Victory|300909|ML
Monday following Extremadura Day|300909|EX
Monday following Asturias Day|240909 300909|AS
National Day of Catalonia|240911 250911 260911 270911 280911 290911 300911 310911 320911 340911 350911 360911 370911 380911 400911|Barcelona CT
Our Lady of Bien Aparecida|250915 260915 270915 280915 290915 310915 320915 330915 340915 350915 360915 370915 380915 390915 400915|CB
Melilla Day|240917 250917 260917 270917 290917 300917 310917 320917 330917 350917 360917 370917 380917 390917 400917|ML
Monday following Melilla Day|280918 340918|ML
Our Lady of Mercy|240924 250924 260924 270924 290924 300924 310924 320924 330924 350924 360924 370924 380924 390924 400924|Barcelona
Monday following Our Lady of Mercy|280925 340925|Barcelona
Valencian Community Day|241009 251009 261009 271009 281009 291009 301009 311009 321009 341009 351009 361009 371009 381009 401009|VC
Monday following National Day|251013 311013 361013|AN AR AS CL EX
National Day|241012 261012 271012 281012 291012 301012 321012 331012 341012 351012 371012 381012 391012 401012
All Saints' Day|241101 251101 271101 281101 291101 301101 311101 321101 331101 341101 351101 361101 381101 391101 401101
Monday following All Saints' Day|261102 371102|AN AR AS CN CL CM EX MD NC
Saint Francis Xavier's Day|241203 251203 261203 271203 291203 301203 311203 321203 331203 351203 361203 371203 381203 391203 401203|NC
Monday following Saint Francis Xavier's Day|281204 341204|NC
Constitution Day|241206 251206 271206 281206 291206 301206 311206 321206 331206 341206 351206 361206 381206 391206 401206
Monday following Constitution Day|261207 371207|AN AR AS CB CL EX RI MD ML MC
Immaculate Conception|251208 261208 271208 281208 291208 311208 321208 331208 341208 351208 361208 371208 381208 391208 401208
Monday following Immaculate Conception|241209 301209|AN AR AS CL EX ML MC
Christmas Day|241225 251225 261225 271225 281225 291225 301225 311225 321225 341225 351225 361225 371225 381225 401225
Monday following Christmas Day|331226 391226|!. Barcelona CT CE GA PV VC
Saint Stephen's Day|251226 261226|Barcelona CT IB
Saint Stephen's Day|241226 281226 291226 301226 311226 331226 341226 351226 361226 371226 391226 401226|Barcelona CT
=LK|Sri Lanka|2024-2026
Tamil Thai Pongal Day|240115 250114 260115
Duruthu Full Moon Poya Day|240125 250113 260103
Independence Day|240204 250204 260204
Nawam Full Moon Poya Day|240223 250212 260201
Maha Sivarathri Day|240308 250226 260215
Medin Full Moon Poya Day|240324 250313 260302
Good Friday|240329 250418 260403
Eid al-Fitr|240411 250331 260321
Day Before Sinhala and Tamil New Year|240412 250413 260413
Sinhala and Tamil New Year|240413 250414 260414
Special Public Holiday|240415 240929
Bak Full Moon Poya Day|240423 250412 260401
International Workers' Day|240501 250501 260501
Vesak Full Moon Poya Day|240523 250512 260501
Day Following Vesak Full Moon Poya Day|240524 250513 260502
Adhi Poson Full Moon Poya Day|260530
Eid al-Adha|240617 250607 260528
Poson Full Moon Poya Day|240621 250610 260629
Esala Full Moon Poya Day|240720 250710 260729
Nikini Full Moon Poya Day|240819 250808 260827
Prophet's Birthday|240916 250905 260826
Binara Full Moon Poya Day|240917 250907 260926
Vap Full Moon Poya Day|241017 251006 261025
Diwali|241031 251020 261108
Il Full Moon Poya Day|241115 251105 261124
Unduvap Full Moon Poya Day|241214 251204 261223
Christmas Day|241225 251225 261225
=SD|Sudan
Independence Day|01-01
Coptic Christmas Day|01-07
Eid al-Fitr (estimated)|260320 260321 260322 260323 270309 270310 270311 270312 280226 280227 280228 280229 290214 290215 290216 290217 300204 300205 300206 300207 310124 310125 310126 310127 320114 320115 320116 320117 330102 330103 330104 330105 331223 331224 331225 331226 341212 341213 341214 341215 351201 351202 351203 351204 361119 361120 361121 361122 371108 371109 371110 371111 381029 381030 381031 381101 391019 391020 391021 391022 401007 401008 401009 401010
Eid al-Fitr|240410 240411 240412 240413 250330 250331 250401 250402
Coptic Easter|pascha+0
Eid al-Adha (estimated)|260526 260527 260528 260529 260530 270515 270516 270517 270518 270519 280504 280505 280506 280507 280508 290423 290424 290425 290426 290427 300412 300413 300414 300415 300416 310401 310402 310403 310404 310405 320321 320322 320323 320324 320325 330310 330311 330312 330313 330314 340228 340301 340302 340303 340304 350217 350218 350219 350220 350221 360206 360207 360208 360209 360210 370125 370126 370127 370128 370129 380115 380116 380117 380118 380119 390104 390105 390106 390107 390108 391225 391226 391227 391228 391229 401213 401214 401215 401216 401217
Eid al-Adha|240615 240616 240617 240618 240619 250605 250606 250607 250608 250609
Islamic New Year (estimated)|260616 270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Islamic New Year|240707 250626
Prophet's Birthday (estimated)|260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Prophet's Birthday|240915 250904
Christmas Day|12-25
=SR|Suriname
New Year's Day|01-01
Chinese New Year|240210 250129 260217 270206 280126 290213 300203 310123 320211 330131 340219 350208 360128 370215 380204 390124 400212
Eid al-Fitr (estimated)|260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Holi|240325 250314 260303 270322 280311 290328 300319 310309 320327 330316 340305 350324
Good Friday|easter-2
Easter Monday|easter+1
Eid al-Fitr|240410 250331
Labor Day|05-01
Eid al-Adha (estimated)|260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha|240616 250607
Day of Freedoms|07-01
Indigenous People Day|08-09
Day of the Maroons|10-10
Diwali|241031 251020 261108 271028 281017 291105 301025 311114 321102 331022 341110 351030 361117 371106 381027 391115 401104
Independence Day|11-25
Christmas Day|12-25
Second Day of Christmas|12-26
=SJ|Svalbard and Jan Mayen
New Year's Day|01-01
Maundy Thursday|easter-3
Good Friday|easter-2
Easter Sunday|easter+0
Easter Monday|easter+1
Labor Day|05-01
Ascension Day|easter+39
Constitution Day|05-17
Pentecost|easter+49
Pentecost Monday|easter+50
Christmas Day|12-25
Second Day of Christmas|12-26
=SE|Sweden
New Year's Day|01-01
Epiphany|01-06
Good Friday|easter-2
Easter Sunday|easter+0
Easter Monday|easter+1
May Day|05-01
Ascension Day|easter+39
Pentecost|easter+49
National Day|06-06
Midsummer Day|06-20sat
All Saints' Day|10-31sat
Christmas Day|12-25
Second Day of Christmas|12-26
=CH|Switzerland
-AG|Aargau
-AR|Appenzell Ausserrhoden
-AI|Appenzell Innerrhoden
-BL|Basel-Landschaft
-BS|Basel-Stadt
-BE|Bern
-FR|Freiburg
-GE|Genève
-GL|Glarus
-GR|Graubünden
-JU|Jura
-LU|Luzern
-NE|Neuchâtel
-NW|Nidwalden
-OW|Obwalden
-SG|Sankt Gallen
-SH|Schaffhausen
-SZ|Schwyz
-SO|Solothurn
-Stadt-Zurich|Stadt Zürich
-TG|Thurgau
-TI|Ticino
-UR|Uri
-VS|Valais
-VD|Vaud
-ZG|Zug
-ZH|Zürich
New Year's Day|01-01
Saint Berchtold's Day|340102 400102|AG BE JU LU NE Stadt-Zurich TG VD
Saint Berchtold's Day|240102 250102 260102 270102 280102 290102 300102 310102 320102 330102 350102 360102 370102 380102 390102|AG BE JU LU Stadt-Zurich TG VD
Epiphany|01-06|SZ TI UR
Republic Day|03-01|NE
Saint Joseph's Day|03-19|NW SZ TI UR VS
Good Friday|easter-2|!. GR TI VS
Easter Monday|easter+1|!. FR NE NW OW SO VS ZG
Battle of Naefels Victory Day|240404 250403 260409 270401 280406 290405 300404 310403 320401 330407 340413 350405 360403 370409 380401 390414 400405|GL
Labor Day|05-01|AG BL BS JU NE SH Stadt-Zurich TG TI ZH
Ascension Day|easter+39
Pentecost Monday|easter+50|!. FR NE NW OW SO VS ZG
Corpus Christi|easter+60|AG AI JU LU NE NW OW SZ TI UR VS ZG
Independence Day|06-23|JU
Saints Peter and Paul|06-29|TI
National Day|08-01
Assumption Day|08-15|AG AI JU LU NW OW SZ TI UR VS ZG
Genevan Fast|09-05thu|GE
Knabenschiessen|09-07sat 09-08sun|Stadt-Zurich
Prayer Monday|09-16mon|VD
Saint Nicholas of Flüe|09-25|OW
All Saints' Day|11-01|AG AI GL JU LU NW OW SG SZ TI UR VS ZG
Immaculate Conception|12-08|AG AI LU NW OW SZ TI UR VS ZG
Christmas Day|12-25
Saint Stephen's Day|331226 391226|!. FR GE JU NW OW SO VS VD ZG
Saint Stephen's Day|261226 281226 341226 371226|AG BL BS BE GL GR LU SG SH SZ Stadt-Zurich TG TI ZH
Saint Stephen's Day|241226 251226 271226 291226 301226 311226 321226 351226 361226 381226 401226|!. FR GE JU NE NW OW SO VS VD ZG
Restoration Day|12-31|GE
=SY|Syrian Arab Republic
New Year's Day|01-01
Revolution Day|03-08
Eid al-Fitr (estimated)|260320 260321 260322 270309 270310 270311 280226 280227 280228 290214 290215 290216 300204 300205 300206 310124 310125 310126 320114 320115 320116 330102 330103 330104 331223 331224 331225 341212 341213 341214 351201 351202 351203 361119 361120 361121 371108 371109 371110 381029 381030 381031 391019 391020 391021 401007 401008 401009
Mother's Day|03-21
Gregorian Easter Sunday|easter+0
Eid al-Fitr|240410 240411 240412 250331 250401 250402
Independence Day|04-17
Labor Day|05-01
Julian Easter Sunday|pascha+0
Martyrs' Day|05-06
Eid al-Adha (estimated)|260526 260527 260528 260529 270515 270516 270517 270518 280504 280505 280506 280507 290423 290424 290425 290426 300412 300413 300414 300415 310401 310402 310403 310404 320321 320322 320323 320324 330310 330311 330312 330313 340228 340301 340302 340303 350217 350218 350219 350220 360206 360207 360208 360209 370125 370126 370127 370128 380115 380116 380117 380118 390104 390105 390106 390107 391225 391226 391227 391228 401213 401214 401215 401216
Eid al-Adha|240615 240616 240617 240618 250605 250606 250607 250608
Islamic New Year (estimated)|260616 270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Islamic New Year|240707 250626
Prophet's Birthday (estimated)|250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Prophet's Birthday|240915
Tishreen Liberation War Day|10-06
Liberation Day|251208 261208 271208 281208 291208 301208 311208 321208 331208 341208 351208 361208 371208 381208 391208 401208
Christmas Day|12-25
Boxing Day|12-26
=TW|Taiwan
Founding Day of the Republic of China|01-01
Day off (substituted from 02/08/2025)|250127
Day off (substituted from 02/17/2024)|240208
Chinese New Year's Eve|240209 250128 260215 260216 270204 270205 280124 280125 290211 290212 300201 300202 310121 310122 320209 320210 330129 330130 340217 340218 350206 350207 360126 360127 370213 370214 380202 380203 390122 390123 400210 400211
Chinese New Year|240210 240211 240212 250129 250130 250131 260217 260218 260219 270206 270207 270208 280126 280127 280128 290213 290214 290215 300203 300204 300205 310123 310124 310125 320211 320212 320213 330131 330201 330202 340219 340220 340221 350208 350209 350210 360128 360129 360130 370215 370216 370217 380204 380205 380206 390124 390125 390126 400212 400213 400214
Chinese New Year (observed)|240213 240214 270209 270210 300207 310127 340223 350212 370219 380208 400216
Chinese New Year's Eve (observed)|260220 290216 300206 330203 330204 340222 360131 360201 370218 390127 390128 400215
Peace Memorial Day (observed)|260227 270301 320227 370227 380301
Peace Memorial Day|02-28
Children's Day|04-04
Tomb-Sweeping Day|240404 250404 260405 270405 280404 290404 300405 310405 320404 330404 340405 350405 360404 370404 380405 390405 400404
Children's Day (observed)|240405 250403 260403 270406 280403 290403 320402 330405 360403 370403 380406 400403
Tomb-Sweeping Day (observed)|260406 310403 320405 370402
Labor Day (observed)|270430 320430 330502 380430 390502
Labor Day|260501 270501 280501 290501 300501 310501 320501 330501 340501 350501 360501 370501 380501 390501 400501
Dragon Boat Festival (observed)|250530 280529 290615 320611 350611
Dragon Boat Festival|240610 250531 260619 270609 280528 290616 300605 310624 320612 330601 340620 350610 360530 370618 380607 390527 400614
Mid-Autumn Festival|240917 251006 260925 270915 281003 290922 300912 311001 320919 330908 340927 350916 361004 370924 380913 391002 400920
Mid-Autumn Festival (observed)|290921 320920 350917 361003 391003
Confucius' Birthday|250928 260928 270928 280928 290928 300928 310928 320928 330928 340928 350928 360928 370928 380928 390928 400928
Confucius' Birthday (observed)|250929 300927 310929 360929
National Day (observed)|261009 271011 321011 371009 381011
National Day|10-10
Taiwan Restoration and Guningtou Victory Memorial Day (observed)|251024 261026 311024 361024 371026
Taiwan Restoration and Guningtou Victory Memorial Day|251025 261025 271025 281025 291025 301025 311025 321025 331025 341025 351025 361025 371025 381025 391025 401025
Constitution Day (observed)|271224 321224 331226 381224 391226
Constitution Day|251225 261225 271225 281225 291225 301225 311225 321225 331225 341225 351225 361225 371225 381225 391225 401225
Founding Day of the Republic of China (observed)|271231 321231 340102 381231 400102
=TJ|Tajikistan
New Year's Day|01-01
Mother's Day|03-08
Eid al-Fitr (estimated)|260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
International Nowruz Day|03-21 03-22 03-23 03-24
Eid al-Fitr|240410 250330
Victory Day|05-09
Eid al-Adha (estimated)|260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha|240616 250606
National Unity Day|06-27
Independence Day|09-09
Constitution Day|11-06
=TZ|Tanzania
New Year's Day|01-01
Zanzibar Revolution Day|01-12
Eid al-Fitr (estimated)|260321 260322 270310 270311 280227 280228 290215 290216 300205 300206 310125 310126 320115 320116 330103 330104 331224 331225 341213 341214 351202 351203 361120 361121 371109 371110 381030 381031 391020 391021 401008 401009
Good Friday|easter-2
Easter Monday|easter+1
The Sheikh Abeid Amani Karume Day|04-07
Eid al-Fitr|240410 240411 250331 250401
Union Celebrations|04-26
International Workers' Day|05-01
Eid al-Adha (estimated)|260528 270517 280506 290425 300414 310403 320323 330312 340302 350219 360208 370127 380117 390106 391227 401215
Eid al-Adha|240617 250607
International Trade Fair|07-07
Peasants' Day|08-08
Prophet's Birthday (estimated)|260826 270815 280804 290725 300714 310703 320621 330610 340531 350521 360509 370429 380418 390407 400326
Prophet's Birthday|240916 250904
The Mwalimu Nyerere Day and Climax of the Uhuru Torch Race|10-14
Independence and Republic Day|12-09
Christmas Day|12-25
Boxing Day|12-26
=TH|Thailand
New Year's Day|01-01
New Year's Eve (in lieu)|290102 340103 350102 400103
New Year's Day (in lieu)|280103 330103 340102 390103 400102
National Children's Day|01-08sat
Makha Bucha|240224 250212 260303 270221 280210 290227 300217 310307 320225 330214 340304 350222 360212 370301 380219 390208 400226
Makha Bucha (in lieu)|240226 270222 300218 340306 370302 400227
Chakri Memorial Day|04-06
Chakri Memorial Day (in lieu)|240408 250407 300408 310407 360407
Bridge Public Holiday|240412 241230 250602 250811 260102
Songkran Festival|04-13 04-14 04-15
Songkran Festival (in lieu)|240416 250416 280417 290416 300416 310416 340417 350416 360416 400416
National Labor Day|05-01
National Labor Day (in lieu)|270503 320503 330502 380503 390502
Coronation Day|05-04
Coronation Day (in lieu)|240506 250505 300506 310505 360505
Visakha Bucha (in lieu)|250512 260601 290528 320524 360512 390509
Visakha Bucha|240522 250511 260531 270520 280508 290527 300516 310604 320523 330513 340601 350521 360510 370529 380518 390507 400525
HM Queen Suthida's Birthday|06-03
HM Queen Suthida's Birthday (in lieu)|280605 290604 340605 350604 400604
Asarnha Bucha|240720 250710 260729 270718 280706 290725 300714 310802 320722 330711 340730 350720 360708 370727 380716 390705 400723
Buddhist Lent Day|240721 250711 260730 270719 280707 290726 300715 310803 320723 330712 340731 350721 360709 370728 380717 390706 400724
Asarnha Bucha (in lieu)|240722 270720 300716 310804 340801
Buddhist Lent Day (in lieu)|350723 380719
HM King Maha Vajiralongkorn's Birthday|07-28
HM King Maha Vajiralongkorn's Birthday (in lieu)|240729 290730 300729 350730 400730
HM Queen Sirikit The Queen Mother's Birthday|08-12
National Mother's Day|08-12
HM Queen Sirikit The Queen Mother's Birthday (in lieu)|280814 290813 340814 350813 400813
National Mother's Day (in lieu)|280814 290813 340814 350813 400813
HM King Bhumibol Adulyadej Memorial Day|10-13
HM King Bhumibol Adulyadej Memorial Day (in lieu)|241014 291015 301014 351015 401015
HM King Chulalongkorn Memorial Day|10-23
HM King Chulalongkorn Memorial Day (in lieu)|271025 321025 331024 381025 391024
HM King Bhumibol Adulyadej the Great's Birthday|12-05
National Day|12-05
National Father's Day|12-05
HM King Bhumibol Adulyadej the Great's Birthday (in lieu)|261207 271206 321206 371207 381206
National Day (in lieu)|261207 271206 321206 371207 381206
National Father's Day (in lieu)|261207 271206 321206 371207 381206
Constitution Day|12-10
Constitution Day (in lieu)|281211 331212 341211 391212
New Year's Eve|12-31
=TL|Timor Leste
New Year's Day|01-01
Veteran's Day|03-03
Eid al-Fitr (estimated)|260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Good Friday|easter-2
Eid al-Fitr|240410 250331
International Worker's Day|05-01
Restoration of Independence Day|05-20
Eid al-Adha (estimated)|260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Corpus Christi|easter+60
Eid al-Adha|240617 250606
Popular Consultation Day|08-30
All Saints' Day|11-01
All Souls' Day|11-02
National Women's Day|11-03
National Youth Day|11-12
Proclamation of Independence Day|11-28
Memorial Day|12-07
Day of Our Lady of Immaculate Conception and Timor-Leste Patroness|12-08
Christmas Day|12-25
National Heroes Day|12-31
=TG|Togo
New Year's Day|01-01
First Day of Ramadan (estimated)|260218 270208 280128 290116 300105 301226 311215 321204 331123 341112 351101 361020 371010 380930 390919 400907
First Day of Ramadan|240311 250301
Eid al-Fitr (estimated)|260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Easter Monday|easter+1
Eid al-Fitr|240410 250330
Independence Day|04-27
Labor Day|05-01
Ascension Day|easter+39
Pentecost Monday|easter+50
Eid al-Adha (estimated)|260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha|240616 250607
Martyrs' Day|06-21
Assumption Day|08-15
All Saints' Day|11-01
Christmas Day|12-25
=TK|Tokelau
New Year's Day|01-01
Good Friday|easter-2
Easter Monday|easter+1
Tokehega Day|09-03
Christmas Day|12-25
Boxing Day|12-26
=TO|Tonga
New Year's Day|01-01
Good Friday|easter-2
Easter Monday|easter+1
ANZAC Day|04-25
Emancipation Day|290604 350604 400604
Emancipation Day (observed)|240603 250602 260608 270607 280605 300603 310602 320607 330606 340605 360602 370608 380607 390606
Birthday of the Reigning Sovereign of Tonga|07-04
Birthday of the Reigning Sovereign of Tonga (observed)|270705 320705 380705
Birthday of the Heir to the Crown of Tonga|09-17
Birthday of the Heir to the Crown of Tonga (observed)|280918 340918
Constitution Day (observed)|251103 261102 271108 281106 291105 311103 321108 331107 341106 351105 361103 371102 381108 391107 401105
Constitution Day|241104 301104
Anniversary of the Coronation of HM King George Tupou I (observed)|241202 251208 261207 271206 291203 301202 311208 321206 331205 351203 361208 371207 381206 391205 401203
Anniversary of the Coronation of HM King George Tupou I|281204 341204
Christmas Day|12-25
Boxing Day|12-26
=TT|Trinidad and Tobago
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Eid-Ul-Fitr (observed, estimated)|330103 371109 401008
Eid-Ul-Fitr (estimated)|260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Good Friday|easter-2
Spiritual Baptist Liberation Day|03-30
Spiritual Baptist Liberation Day (observed)|250401 290403 310331 360331 400403
Easter Monday|easter+1
Good Friday (observed)|290403 400403
Eid-Ul-Fitr|240410 250331
Corpus Christi|easter+60
Indian Arrival Day|05-30
Corpus Christi (observed)|240531 250620
Indian Arrival Day (observed)|240531 270531 320531 380531
Labour Day|06-19
Labour Day (observed)|250620 330620 390620
African Emancipation Day|08-01
African Emancipation Day (observed)|270802 320802 380802
Independence Day|08-31
Independence Day (observed)|250901 310901 360901
Republic Day|09-24
Republic Day (observed)|280925 340925
Divali|241031 251020 261108 271028 281115 291105 301026 311114 321102 331022 341110 351030 361117 371106 381027 391115 401104
Divali (observed)|261109 401105
Christmas Day|12-25
Boxing Day|12-26
Boxing Day (observed)|271227 321227 381227
Christmas Day (observed)|331227 391227
=TN|Tunisia
New Year's Day|01-01
Revolution and Youth Day|01-14
Independence Day|03-20
Martyrs' Day|04-09
Eid al-Fitr (estimated)|240410 250330 260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Eid al-Fitr Holiday (estimated)|240411 240412 250331 250401 260321 260322 270310 270311 280227 280228 290215 290216 300205 300206 310125 310126 320115 320116 330103 330104 331224 331225 341213 341214 351202 351203 361120 361121 371109 371110 381030 381031 391020 391021 401008 401009
Labor Day|05-01
Day of Arafah (estimated)|240615 250605 260526 270515 280504 290423 300412 310401 320321 330310 340228 350217 360206 370125 380115 390104 391225 401213
Eid al-Adha (estimated)|240616 250606 260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha Holiday (estimated)|240617 240618 250607 250608 260528 260529 270517 270518 280506 280507 290425 290426 300414 300415 310403 310404 320323 320324 330312 330313 340302 340303 350219 350220 360208 360209 370127 370128 380117 380118 390106 390107 391227 391228 401215 401216
Islamic New Year (estimated)|240707 250626 260616 270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Republic Day|07-25
Women's Day|08-13
Prophet's Birthday (estimated)|240915 250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Evacuation Day|10-15
=TR|Turkey
New Year's Day|01-01
Eid al-Fitr (estimated)|330102 330103 330104 331223 331224 331225 341212 341213 341214 351201 351202 351203 361119 361120 361121 371108 371109 371110 381029 381030 381031 391019 391020 391021 401007 401008 401009
Eid al-Adha (estimated)|330311 330312 330313 330314 340301 340302 340303 340304 350218 350219 350220 350221 360207 360208 360209 360210 370126 370127 370128 370129 380116 380117 380118 380119 390105 390106 390107 390108 391226 391227 391228 391229 401214 401215 401216 401217
Eid al-Fitr|240410 240411 240412 250330 250331 250401 260320 260321 260322 270309 270310 270311 280226 280227 280228 290214 290215 290216 300204 300205 300206 310124 310125 310126 320114 320115 320116
National Sovereignty and Children's Day|04-23
Labor and Solidarity Day|05-01
Commemoration of Atatürk, Youth and Sports Day|05-19
Eid al-Adha|240616 240617 240618 240619 250606 250607 250608 250609 260527 260528 260529 260530 270516 270517 270518 270519 280505 280506 280507 280508 290424 290425 290426 290427 300413 300414 300415 300416 310402 310403 310404 310405 320322 320323 320324 320325
Democracy and National Unity Day|07-15
Victory Day|08-30
Republic Day|10-29
=TM|Turkmenistan
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Eid al-Fitr (observed, estimated)|330103 371109 401008
International Women's Day|03-08
International Women's Day (observed)|260309 370309
Eid al-Fitr (estimated)|260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Spring Festival|03-21 03-22
Spring Festival (observed)|260323 270323 320323 370323 380323
Eid al-Fitr (observed)|250331
Eid al-Fitr|240410 250330
Eid al-Adha (observed, estimated)|270517 350219
Constitution and State Flag Day|05-18
Constitution and State Flag Day (observed)|250519 310519 360519
Eid al-Adha (estimated)|260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha|240616 250606
Eid al-Adha (observed)|240617
Independence Day|09-27
Independence Day (observed)|260929 370928
Memorial Day|10-06
Memorial Day (observed)|241007 301007
Non-working day|251211 251213 260928
International Neutrality Day|12-12
International Neutrality Day (observed)|271213 321213 381213
=TC|Turks and Caicos Islands
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
Commonwealth Day|03-08mon
Good Friday|easter-2
Easter Monday|easter+1
JAGS McCartney Day|05-25mon
King's Birthday|240617 250623 260608 270614 280612 290611 300610 310609 320614 330613 340612 350611 360609 370608 380614 390613 400611
Emancipation Day|08-01
Emancipation Day (observed)|260803 270802 320802 370803 380802
Constitution Day|260831 270830 280828 290827 300826 310825 320830 330829 340828 350827 360825 370831 380830 390829 400827
National Youth Day|09-24fri
National Heritage Day|10-08mon
National Day of Thanksgiving|241122 251128 260830 270829 280827 290826 300825 310824 320829 330828 340827 350826 360824 370830 380829 390828 400826
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331227 381227 391227
Boxing Day (observed)|261228 271228 321228 371228 381228
=TV|Tuvalu
-FUN|Funafuti
-NMG|Nanumaga
-NMA|Nanumea
-NIT|Niutao
-NUI|Nui
-NKF|Nukufetau
-NKL|Nukulaelae
-VAI|Vaitupu
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
Golden Jubilee|01-08|NMA
Big Day|02-03|NMA
Nukufetau Day|02-11|NKF
Day of the Flood|02-16|NUI
Good Friday|easter-2
Easter Monday|easter+1
Nanumaga Day|04-15|NMG
The Day of the Bombing|04-23|FUN
Gospel Day|240510 250510 260510 280510 290510 300510 310510 330510 340510 350510 360510 370510 390510 400510|NKL
Gospel Day|05-09mon
King's Birthday|06-08sat
National Youth Day|08-01mon
Niutao Day|09-17|NIT
Tuvalu Day|10-01 10-02
Tuvalu Day (observed)|271004 281003 321004 331003 331004 341003 381004 391003 391004
National Children's Day|10-09mon
Cyclone Day|10-21|FUN
Happy Day|11-25|VAI
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331227 381227 391227
Boxing Day (observed)|261228 271228 321228 371228 381228
=UG|Uganda
New Year's Day|01-01
General Elections|260115 260116
NRM Liberation Day|01-26
Archbishop Janani Luwum Day|02-16
Women's Day|03-08
Good Friday|easter-2
Easter Monday|easter+1
Eid al-Fitr (estimated)|240410 250330 260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Labour Day|05-01
Uganda Martyrs' Day|06-03
National Heroes' Day|06-09
Eid al-Adha (estimated)|240616 250606 260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Independence Day|10-09
Christmas Day|12-25
Boxing Day|12-26
=AE|United Arab Emirates
New Year's Day|01-01
Eid al-Fitr (estimated)|270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Eid al-Fitr Holiday (estimated)|270310 270311 280227 280228 290215 290216 300205 300206 310125 310126 320115 320116 330103 330104 331224 331225 341213 341214 351202 351203 361120 361121 371109 371110 381030 381031 391020 391021 401008 401009
Eid al-Fitr Holiday|240408 240409 240411 240412 250331 250401 260319 260321 260322
Eid al-Fitr|240410 250330 260320
Day of Arafah (estimated)|270515 280504 290423 300412 310401 320321 330310 340228 350217 360206 370125 380115 390104 391225 401213
Eid al-Adha (estimated)|270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha Holiday (estimated)|270517 270518 280506 280507 290425 290426 300414 300415 310403 310404 320323 320324 330312 330313 340302 340303 350219 350220 360208 360209 370127 370128 380117 380118 390106 390107 391227 391228 401215 401216
Islamic New Year (estimated)|270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Day of Arafah|240615 250605 260526
Eid al-Adha|240616 250606 260527
Eid al-Adha Holiday|240617 240618 250607 250608 260528 260529
Islamic New Year|240707 250627 260615
Prophet's Birthday (estimated)|270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
Prophet's Birthday|240915 250905 260828
National Day|12-02 241203 251201 261203 271203 281203 291203 301203 311203 321203 331203 341203 351203 361203 371203 381203 391203 401203
=GB|United Kingdom
-ENG|England
-NIR|Northern Ireland
-SCT|Scotland
-WLS|Wales
New Year's Day|01-01
New Year Holiday|01-02|SCT
New Year's Day (observed)|280103 330103 340102 390103 400102
New Year Holiday (observed)|270104 280104 330104 340103 380104 390104 400103|SCT
Saint Patrick's Day|03-17|NIR
Saint Patrick's Day (observed)|240318 290319 300318 350319 400319|NIR
Good Friday|easter-2
Easter Monday|easter+1|ENG NIR WLS
May Day|05-01mon
Spring Bank Holiday|05-25mon
Scotland's participation in the FIFA World Cup final|260615|SCT
Battle of the Boyne|07-12|NIR
Battle of the Boyne (observed)|250714 260713 310714 360714 370713|NIR
Summer Bank Holiday|08-01mon|SCT
Late Summer Bank Holiday|08-25mon|ENG NIR WLS
Saint Andrew's Day|11-30|SCT
Saint Andrew's Day (observed)|241202 251201 301202 311201 361201|SCT
Christmas Day|12-25
Boxing Day|12-26
Christmas Day (observed)|271227 321227 331227 381227 391227
Boxing Day (observed)|261228 271228 321228 371228 381228
=UM|United States Minor Outlying Islands
New Year's Day|01-01
Martin Luther King Jr. Day|01-15mon
Washington's Birthday|02-15mon
Memorial Day|05-25mon
Juneteenth National Independence Day (observed)|270618 320618 330620 380618 390620
Juneteenth National Independence Day|06-19
Independence Day (observed)|260703 270705 320705 370703 380705
Independence Day|07-04
Labor Day|09-01mon
Veterans Day (observed)|281110 291112 341110 351112 401112
Veterans Day|11-11
Thanksgiving Day|11-22thu
Christmas Day (observed)|271224 321224 331226 381224 391226
Christmas Day|12-25
New Year's Day (observed)|271231 321231 340102 381231 400102
=US|United States of America
-AL|Alabama
-AK|Alaska
-AS|American Samoa
-AZ|Arizona
-AR|Arkansas
-CA|California
-CO|Colorado
-CT|Connecticut
-DE|Delaware
-DC|District of Columbia
-FL|Florida
-GA|Georgia
-GU|Guam
-HI|Hawaii
-ID|Idaho
-IL|Illinois
-IN|Indiana
-IA|Iowa
-KS|Kansas
-KY|Kentucky
-LA|Louisiana
-ME|Maine
-MD|Maryland
-MA|Massachusetts
-MI|Michigan
-MN|Minnesota
-MS|Mississippi
-MO|Missouri
-MT|Montana
-NE|Nebraska
-NV|Nevada
-NH|New Hampshire
-NJ|New Jersey
-NM|New Mexico
-NY|New York
-NC|North Carolina
-ND|North Dakota
-MP|Northern Mariana Islands
-OH|Ohio
-OK|Oklahoma
-OR|Oregon
-PA|Pennsylvania
-PR|Puerto Rico
-RI|Rhode Island
-SC|South Carolina
-SD|South Dakota
-TN|Tennessee
-TX|Texas
-UM|United States Minor Outlying Islands
-UT|Utah
-VT|Vermont
-VI|Virgin Islands, U.S.
-VA|Virginia
-WA|Washington
-WV|West Virginia
-WI|Wisconsin
-WY|Wyoming
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Epiphany|01-06|PR
Three Kings Day|01-06|VI
Dr. Martin Luther King Jr. / Civil Rights Day|01-15mon|AZ NH
Dr. Martin Luther King Jr. and Robert E. Lee's Birthdays|01-15mon|MS
Martin Luther King Jr. / Idaho Human Rights Day|01-15mon|ID
Martin Luther King Jr. Day|01-15mon|!AL AK AZ ID MS NH
Martin Luther King Jr.'s Birthday|01-15mon|AK
Martin Luther King, Jr & Robert E. Lee's Birthday|01-15mon|AL
Confederate Memorial Day|01-19|TX
Inauguration Day|250120 290120 330120 370120|DC MD VA
Lincoln's Birthday (observed)|280211 330211 340213 390211 400213|CT IL IA NJ NY
Lincoln's Birthday|02-12|CT IL IA NJ NY
Mardi Gras|easter-47|LA
Susan B. Anthony Day|02-15|CA FL NY WI
George Washington & Thomas Jefferson's Birthday|02-15mon|AL
George Washington Day|02-15mon|VA
George Washington Day, Presidents' Day, and the Day of the Women and Men Heroes of Puerto Rico|02-15mon|PR
George Washington's Birthday and Daisy Gatson Bates Day|02-15mon|AR
Lincoln's and Washington's Birthdays|02-15mon|MT
Lincoln/Washington Presidents' Day|02-15mon|AZ
President's Day|02-15mon|SC TN WY
Presidents Day|02-15mon|NJ OR
Presidents' Day|02-15mon|AK CA HI ID MD OK PA TX VT VI WA WV
Washington and Lincoln Day|02-15mon|UT
Washington's Birthday|02-15mon|. AS CT DC GU IL IA KS KY LA ME MA MI MS MO NE NV NH NY NC ND MP RI SD UM WI
Washington's and Lincoln's Birthday|02-15mon|MN
Washington-Lincoln Day|02-15mon|CO OH
Texas Independence Day|03-02|TX
Casimir Pulaski Day|03-01mon|IL
Guam Discovery Day|03-01mon|GU
Town Meeting Day|03-01tue|VT
Emancipation Day|03-22|PR
Emancipation Day (observed)|260323 370323|PR
Commonwealth Covenant Day|03-24|MP
Commonwealth Covenant Day (observed)|240325 290323 300325 350323 400323|MP
Seward's Day|03-25mon|AK
Prince Jonah Kuhio Kalanianaole Day|03-26|HI
Prince Jonah Kuhio Kalanianaole Day (observed)|280327 330325 340327 390325|HI
Holy Thursday|easter-3|VI
Good Friday|easter-2|CT DE GU IN KY LA NJ NC MP PR TN TX VI
State Holiday|easter-2 11-23fri|GA
Cesar Chavez Day|03-31|CA CO TX
Transfer Day|03-31|VI
Cesar Chavez Day (observed)|240401 300401|CA
Easter Monday|easter+1|VI
American Samoa Flag Day (observed)|270416 320416 330418 380416 390418|AS
Patriots' Day|04-15mon|ME MA
Emancipation Day|04-16|DC
American Samoa Flag Day|04-17|AS
Emancipation Day (observed)|280417 330415 340417 390415|DC
San Jacinto Day|04-21|TX
Confederate Memorial Day|240422 290423 300422 350423 400423|AL SC
Arbor Day|04-24fri|NE
Confederate Memorial Day|250428 260427 270426 280424 310428 320426 330425 340424 360428 370427 380426 390425|AL MS SC
Confederate Memorial Day|240429 290430 300429 350430 400430|MS
Truman Day (observed)|270507 320507 330509 380507 390509|MO
Primary Election Day|05-02tue|IN
Truman Day|05-08|MO
Memorial Day|05-25mon
Jefferson Davis Birthday|06-01mon|AL
Kamehameha Day|06-11|HI
Kamehameha Day (observed)|280612 330610 340612 390610|HI
Juneteenth National Independence Day (observed)|270618 320618 380618|!MA
West Virginia Day (observed)|260619 270621 320621 370619 380621|WV
Emancipation Day In Texas|06-19|TX
Juneteenth National Independence Day|06-19
Juneteenth National Independence Day (observed)|330620 390620
West Virginia Day|06-20|WV
Independence Day (observed)|260703 370703|!MA
Emancipation Day|07-03|VI
Independence Day|07-04
Independence Day (observed)|270705 320705 380705
Manu'a Islands Cession Day|07-16|AS
Manu'a Islands Cession Day (observed)|280717 330715 340717 390715|AS
Liberation Day (Guam)|07-21|GU
Pioneer Day (observed)|270723 320723 330725 380723 390725|UT
Pioneer Day|07-24|UT
Puerto Rico Constitution Day|07-25|PR
Puerto Rico Constitution Day (observed)|270726 320726 380726|PR
Victory Day|08-08mon|RI
Bennington Battle Day (observed)|250815 260817 310815 360815 370817|VT
Bennington Battle Day|08-16|VT
Statehood Day|08-15fri|HI
Lyndon Baines Johnson Day|08-27|TX
Labor Day|09-01mon
Frances Xavier Cabrini Day|10-01mon|CO
White Sunday|10-08sun|AS
Columbus Day|10-08mon|. AS AZ CT GA ID IL IN MD MA MO MT NJ NY OH PA PR UT WV
Columbus Day / American Indian Heritage Day / Fraternal Day|10-08mon|AL
Columbus Day and Puerto Rico Friendship Day|10-08mon|VI
Commonwealth Cultural Day|10-08mon|MP
Indigenous Peoples' Day|10-08mon|AK DC ME NE NM VA
Indigenous Peoples' Day / Columbus Day|10-08mon|RI
Native Americans' Day|10-08mon|SD
Alaska Day (observed)|251017 261019 311017 361017 371019|AK
Alaska Day|10-18|AK
Nevada Day|10-25fri|NV
Liberty Day|11-01|VI
All Souls' Day|11-02|GU
Citizenship Day (observed)|281103 291105 341103 351105 401105|MP
Election Day|251104 271102 291106 311104 331108 351106 371103 391108|IN NY VA
Citizenship Day|11-04|MP
Election Day|241105 261103 281107 301105 321102 341107 361104 381102 401106|DE HI IL IN LA MI MT NH NJ NY MP VA WV
Diwali|261108 271029 281017 291105 301026 311114 321102 331022 341110 351030|CA
Veterans Day (observed)|281110 341110|!MA PR
Veterans Day|11-11
Veterans Day (observed)|291112 351112 401112
Puerto Rican Identity Day|11-19|PR
Puerto Rican Identity Day (observed)|281120 341120|PR
Thanksgiving Day|11-22thu
American Indian Heritage Day|11-23fri|MD
Day After Thanksgiving|11-23fri|CA DE MI NH NC OK PA VA WV
Family Day|11-23fri|NV
Friday After Thanksgiving|11-23fri|FL TX
Lincoln's Birthday|11-23fri|IN
Native American Heritage Day|11-23fri|WA
Presidents' Day|11-23fri|NM
Constitution Day|12-08|MP
Lady of Camarin Day|12-08|GU
Constitution Day (observed)|241209 291207 301209 351207 401207|MP
Christmas Eve (observed)|271223 281222 321223 331223 341222 381223 391223|KS MI NC TX WI
Christmas Day (observed)|271224 321224 381224|!MA
Christmas Eve|12-24|KS MI NC TX WI
Washington's Birthday|241224 251226 261224 271223 281226 291224 301224 311226 321223 331223 341226 351224 361226 371224 381223 391223 401224|GA IN
Christmas Day|12-25
Christmas Day (observed)|331226 391226
Christmas Second Day|12-26|VI
Day After Christmas|12-26|NC TX
Day After Christmas (observed)|261228 271227 321227 331227 371228 381227 391227|NC
New Year's Eve (observed)|331230 391230|KY MI WI
New Year's Day (observed)|271231 321231 381231|!MA
New Year's Eve|12-31|KY MI WI
=UY|Uruguay
New Year's Day|01-01
Workers' Day|05-01
Constitution Day|07-18
Independence Declaration Day|08-25
Family Day|12-25
=UZ|Uzbekistan
New Year's Day|01-01
Day off (substituted from 01/04/2025)|250102
Day off (substituted from 01/06/2024)|240102
New Year's Day (observed)|280103 330103 340102 390103 400102
Eid al-Fitr (observed, estimated)|280228 330104 351203 371109 401008
Eid al-Fitr (estimated)|270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Women's Day|03-08
Women's Day (observed)|250310 260309 310310 360310 370309
Nowruz|03-21
Additional day off by Presidential decree|240322 240411 240618 240903 241231 251231 260102 260528 260529 260831
Nowruz (observed)|260323 270322 320323 370323 380322
Eid al-Fitr (observed)|250331
Eid al-Fitr|240410 250330 260320
Day off (substituted from 04/13/2024)|240412
Day of Memory and Honor|05-09
Day of Memory and Honor (observed)|260511 270510 320510 370511 380510
Eid al-Adha (estimated)|270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Eid al-Adha (observed, estimated)|270517 300415 350219 380118
Eid al-Adha|240616 250606 260527
Eid al-Adha (observed)|240617
Independence Day|09-01
Independence Day (observed)|240902 290903 300902 350903 400903
Teachers and Instructors Day|10-01
Teachers and Instructors Day (observed)|281002 331003 341002 391003
Constitution Day|12-08
Constitution Day (observed)|241209 291210 301209 351210 401210
Day off (substituted from 12/12/2026)|261231
Day off (substituted from 12/14/2024)|241230
=VU|Vanuatu
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Father Lini Day|02-21
Father Lini Day (observed)|270222 380222
Custom Chief's Day|03-05
Custom Chief's Day (observed)|280306 340306
Good Friday|easter-2
Easter Monday|easter+1
Labour Day|05-01
Labour Day (observed)|330502 390502
Ascension Day|easter+39
Children's Day|07-24
Children's Day (observed)|330725 390725
Independence Day|07-30
Independence Day (observed)|280731 340731
Assumption Day|08-15
Assumption Day (observed)|270816 320816 380816
Constitution Day|10-05
Constitution Day (observed)|251006 311006 361006
Unity Day|11-29
Unity Day (observed)|261130 371130
Christmas Day|12-25
Family Day|12-26
Family Day (observed)|271227 321227 331227 381227 391227
=VA|Vatican City
Solemnity of Mary, Mother of God|01-01
Epiphany|01-06
Anniversary of the Foundation of Vatican City|02-11
Anniversary of the Election of the Holy Father|240313 250313 260508 270508 280508 290508 300508 310508 320508 330508 340508 350508 360508 370508 380508 390508 400508
Saint Joseph's Day|03-19
Maundy Thursday|easter-3
Good Friday|easter-2
Holy Saturday|easter-1
Easter Sunday|easter+0
Easter Monday|easter+1
Easter Tuesday|easter+2
Name Day of the Holy Father|240423 250423 250917 260917 270917 280917 290917 300917 310917 320917 330917 340917 350917 360917 370917 380917 390917 400917
Saint Joseph the Worker's Day|05-01
Ascension Day|easter+39
Solemnity of Pentecost|easter+49
Solemnity of Holy Trinity|easter+56
Corpus Domini|easter+60
Saints Peter and Paul's Day|06-29
Day Before Assumption of Mary|08-14
Assumption of Mary Day|08-15
Day After Assumption of Mary|08-16
All Saints' Day|11-01
All Souls' Day|11-02
Immaculate Conception|12-08
Christmas Eve|12-24
Christmas Day|12-25
Saint Stephen's Day|12-26
Saint John the Evangelist's Day|12-27
Last Day of the Year|12-31
=VE|Venezuela
New Year's Day|01-01
Carnival Monday|easter-48
Carnival Tuesday|easter-47
Maundy Thursday|easter-3
Good Friday|easter-2
Declaration of Independence|04-19
International Worker's Day|05-01
Family Day|05-15
Battle of Carabobo|06-24
Independence Day|07-05
Birthday of Simon Bolivar|07-24
Day of Indigenous Resistance|10-12
Canonization of José Gregorio Hernández and Mother Carmen Rendiles|251019 251020
Christmas Eve|12-24
Christmas Day|12-25
New Year's Eve|12-31
=VN|Vietnam
New Year's Day|01-01
New Year's Day (observed)|280103 330103 340102 390103 400102
29 of Lunar New Year|240208 250127 270204 280124 300131 310121 320209 340217 350206 370213 380202 400210
Lunar New Year's Eve|240209 250128 260216 270205 280125 290212 300201 310122 320210 330130 340218 350207 360127 370214 380203 390123 400211
Lunar New Year|240210 250129 260217 270206 280126 290213 300202 310123 320211 330131 340219 350208 360128 370215 380204 390124 400212
Second Day of Lunar New Year|240211 250130 260218 270207 280127 290214 300203 310124 320212 330201 340220 350209 360129 370216 380205 390125 400213
Third Day of Lunar New Year|240212 250131 260219 270208 280128 290215 300204 310125 320213 330202 340221 350210 360130 370217 380206 390126 400214
Fourth Day of Lunar New Year|240213 250201 260220 270209 280129 290216 300205 310126 320214 330203 340222 350211 360131 370218 380207 390127 400215
Fifth Day of Lunar New Year|240214 270210 300206 310127 330204 340223 350212 360201 370219 380208 390128 400216
Hung Kings' Commemoration Day|240418 250407 260426 270416 280404 290423 300412 310401 320419 330409 340428 350417 360406 370424 380413 390403 400420
Hung Kings' Commemoration Day (observed)|260427 330411 360407 390404
Day off (substituted from 05/04/2024)|240429
Liberation Day/Reunification Day|04-30
Day off (substituted from 04/26/2025)|250502
International Labor Day|05-01
International Labor Day (observed)|270503 320503 330503 380503 390503
Liberation Day/Reunification Day (observed)|280502 330502 340502 390502
Day off (substituted from 08/22/2026)|260831
National Day|09-02 240903 250901 260901 270903 280901 290903 300903 310901 320903 330901 340901 350903 360901 370901 380903 390901 400903
National Day (observed)|280904 290904 340904 350904 400904
Vietnam Cultural Day|261124 271124 281124 291124 301124 311124 321124 331124 341124 351124 361124 371124 381124 391124 401124
Vietnam Cultural Day (observed)|291126 301125 351126 401126
=VI|Virgin Islands (U.S.)
New Year's Day|01-01
Three Kings Day|01-06
Martin Luther King Jr. Day|01-15mon
Presidents' Day|02-15mon
Holy Thursday|easter-3
Good Friday|easter-2
Transfer Day|03-31
Easter Monday|easter+1
Memorial Day|05-25mon
Juneteenth National Independence Day (observed)|270618 320618 330620 380618 390620
Juneteenth National Independence Day|06-19
Independence Day (observed)|260703 270705 320705 370703 380705
Emancipation Day|07-03
Independence Day|07-04
Labor Day|09-01mon
Columbus Day and Puerto Rico Friendship Day|10-08mon
Liberty Day|11-01
Veterans Day (observed)|281110 291112 341110 351112 401112
Veterans Day|11-11
Thanksgiving Day|11-22thu
Christmas Day (observed)|271224 321224 331226 381224 391226
Christmas Day|12-25
Christmas Second Day|12-26
New Year's Day (observed)|271231 321231 340102 381231 400102
=WF|Wallis and Futuna
New Year's Day|01-01
Easter Monday|easter+1
Feast of Saint Peter Chanel|04-28
Labor Day|05-01
Victory Day|05-08
Ascension Day|easter+39
Pentecost Monday|easter+50
Saints Peter and Paul Day|06-29
National Day|07-14
Territory Day|07-29
Assumption Day|08-15
All Saints' Day|11-01
Armistice Day|11-11
Christmas Day|12-25
=EH|Western Sahara
Proclamation of the SADR|02-27
First Martyr|03-08
Eid al-Fitr (estimated)|240410 250330 260320 270309 280226 290214 300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019 401007
Creation of the Polisario Front|05-10
Commencement of the Armed Struggle|05-20
Martyrs' Day|06-09
Eid al-Adha (estimated)|240616 250606 260527 270516 280505 290424 300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226 401214
Uprising Day|06-17
Islamic New Year (estimated)|240707 250626 260616 270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Prophet's Birthday (estimated)|240915 250904 260825 270814 280803 290724 300713 310702 320620 330609 340530 350520 360508 370428 380417 390406 400325
National Unity Day|10-12
=YE|Yemen
Eid al-Fitr (estimated)|260318 260319 260320 260321 260322 270308 270309 270310 270311 280225 280226 280227 280228 290213 290214 290215 290216 300202 300203 300204 300205 300206 310123 310124 310125 310126 320112 320113 320114 320115 320116 330101 330102 330103 330104 331221 331222 331223 331224 331225 341210 341211 341212 341213 341214 351129 351130 351201 351202 351203 361117 361118 361119 361120 361121 371107 371108 371109 371110 381028 381029 381030 381031 391017 391018 391019 391020 391021 401005 401006 401007 401008 401009
Eid al-Fitr (observed, estimated)|260323 280229 290218 310127 320118 331226 351204 361123 381101 391023 401010
Eid al-Fitr|240408 240409 240410 240411 240412 250329 250330 250331 250401
Eid al-Fitr (observed)|240414
Labor Day|05-01
Labor Day (observed)|260503 370503
Islamic New Year Day (observed, estimated)|300505 330403 380207
Unity Day|05-22
Unity Day (observed)|260524 370524
Eid al-Adha (estimated)|250605 250606 250607 250608 250609 260526 260527 260528 260529 260530 270515 270516 270517 270518 270519 280504 280505 280506 280507 280508 290423 290424 290425 290426 290427 300412 300413 300414 300415 300416 310401 310402 310403 310404 310405 320321 320322 320323 320324 320325 330310 330311 330312 330313 330314 340228 340301 340302 340303 340304 350217 350218 350219 350220 350221 360206 360207 360208 360209 360210 370125 370126 370127 370128 370129 380115 380116 380117 380118 380119 390104 390105 390106 390107 390108 391225 391226 391227 391228 391229 401213 401214 401215 401216 401217
Eid al-Adha (observed, estimated)|250610 260531 280509 290429 300417 310406 330315 340305 360211 380120 390109 401218
Eid al-Adha|240615 240616 240617 240618 240619
Islamic New Year Day (estimated)|250626 260616 270606 280525 290514 300503 310423 320411 330401 340321 350311 360228 370216 380205 390126 400115
Islamic New Year Day|240707
Revolution Day|09-26
Revolution Day (observed)|250928 310928 360928
Liberation Day|10-14
Liberation Day (observed)|331016 391016
Evacuation Day|11-30
Evacuation Day (observed)|291202 351204 401202
=ZM|Zambia
New Year's Day|01-01
New Year's Day (observed)|340102 400102
International Women's Day|03-08
International Women's Day (observed)|260309 370309
Youth Day|03-12
Youth Day (observed)|280313 340313
Good Friday|easter-2
Holy Saturday|easter-1
Easter Sunday|easter+0
Easter Monday|easter+1
Kenneth Kaunda Day|04-28
Kenneth Kaunda Day (observed)|240429 300429
Labour Day|05-01
Labour Day (observed)|330502 390502
Africa Freedom Day|05-25
Africa Freedom Day (observed)|250526 310526 360526
Heroes' Day|07-01mon
Unity Day|07-02tue
Farmers' Day|08-01mon
General Election Day|260813 310814 360814
National Prayer Day|241018 251018
Independence Day|10-24
Independence Day (observed)|271025 321025 381025
Christmas Day|12-25
Christmas Day (observed)|331226 391226
National Day of Prayer and Christian Heritage|261229 271229 281229 291229 301229 311229 321229 331229 341229 351229 361229 371229 381229 391229 401229
National Day of Prayer and Christian Heritage (observed)|301230
=ZW|Zimbabwe
New Year's Day|01-01
New Year's Day (observed)|340102 400102
Robert Gabriel Mugabe National Youth Day|02-21
Robert Gabriel Mugabe National Youth Day (observed)|270222 380222
Good Friday|easter-2
Easter Saturday|easter-1
Easter Sunday|easter+0
Easter Monday|easter+1
Independence Day|04-18
Independence Day (observed)|270419 320419 380419
Workers' Day|05-01
Workers' Day (observed)|330502 390502
Africa Day|05-25
Africa Day (observed)|250526 310526 360526
Zimbabwe Heroes' Day|08-08mon
Defense Forces Day|08-09tue
Munhumutapa Day|260915 270915 280915 290915 300915 310915 320915 330915 340915 350915 360915 370915 380915 390915 400915
Munhumutapa Day (observed)|300916
Unity Day|12-22
Unity Day (observed)|241223 301223
Christmas Day|12-25
Boxing Day|12-26
Boxing Day (observed)|271227 321227 381227
Christmas Day (observed)|331227 391227
"""#
    }
}
