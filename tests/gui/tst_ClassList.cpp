#include "tests/gui/Dashboard.h"
#include "ui/widgets/ClassListView.h"
#include "ui/widgets/NameDialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>

using namespace tutti;
using namespace tutti::ui;
using namespace tutti::test;
using namespace Qt::StringLiterals;

namespace {

/// The dashboard with its class list in front.
class ListDesk : public Dashboard {
public:
    explicit ListDesk(int students = 3)
    {
        roster = {ClassId{1}, "Grade 3", false, Classroom::plans(true)};
        roster.seats.resize(static_cast<std::size_t>(students));
        for (std::size_t i = 0; i < roster.seats.size(); ++i) {
            roster.seats[i].student = StudentId{static_cast<std::int64_t>(i) + 101};
        }
        window.setClasses({{ClassId{1}, "Grade 3", students}, {ClassId{2}, "Grade 4", 1}},
                          ClassId{1});
        window.setRoster(roster);
        key(Qt::Key_4, Qt::ControlModifier);
        settle();
    }

    QTableWidget* table() const { return shown<QTableWidget>(); }
    QString name(int row) const { return table()->item(row, 1)->text(); }
    ClassRoster said() const { return edits.last().at(0).value<ClassRoster>(); }
    std::vector<std::string> names() const
    {
        std::vector<std::string> all;
        for (const SeatPlan& plan : said().seats) {
            all.push_back(plan.name);
        }
        return all;
    }
    NameDialog* dialog() const { return window.findChild<NameDialog*>(); }

    ClassRoster roster;
    QSignalSpy edits{&window, &MainWindow::rosterEdited};
};

using Names = std::vector<std::string>;

} // namespace

class tst_ClassList : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void showsWhoIsOnTheList()
    {
        const ListDesk d;
        QVERIFY(d.shown<ClassListView>());
        QVERIFY(d.says(u"Grade 3"_s) && d.says(u"3 students"_s));
        QCOMPARE(d.table()->rowCount(), 3);
        QCOMPARE(d.table()->item(0, 0)->text(), u"Fox"_s);
        QCOMPARE(d.name(2), u"Chloe"_s);
        QVERIFY(!d.table()->item(0, 0)->flags().testFlag(Qt::ItemIsEditable));
        QCOMPARE(d.edits.size(), 0);
    }

    void showsTwentyFourInTheUsualWindow()
    {
        const ListDesk d(24);
        const QRect last = d.table()->visualItemRect(d.table()->item(23, 1));
        QVERIFY(d.table()->viewport()->rect().contains(last));
    }

    void addsAStudentWithAPictureOfItsOwn()
    {
        ListDesk d;
        QVERIFY(d.click(u"Add"_s));
        QCOMPARE(d.edits.size(), 1);
        QCOMPARE(d.said().seats.size(), std::size_t{4});
        const SeatPlan& added = d.said().seats.back();
        QCOMPARE(added.seat, SeatId{4});
        QVERIFY(!added.student.isValid());
        for (std::size_t i = 0; i < 3; ++i) {
            QVERIFY(d.roster.seats[i].avatar != added.avatar);
        }
        QCOMPARE(d.table()->currentRow(), 3);
        QVERIFY(d.table()->hasFocus());
    }

    void addsNoMoreThanForty()
    {
        ListDesk d(24);
        for (int n = 25; n <= 40; ++n) {
            QVERIFY(d.click(u"Add"_s));
        }
        QVERIFY(!d.click(u"Add"_s));
        QVERIFY(!problemOf(d.said()));
    }

    void removesTheSelectedAndNumbersTheRest()
    {
        ListDesk d;
        QVERIFY(!d.click(u"Remove"_s));
        d.table()->selectRow(1);
        QVERIFY(d.click(u"Remove"_s));
        QCOMPARE(d.names(), (Names{"Amara", "Chloe"}));
        QCOMPARE(d.said().seats[1].seat, SeatId{2});
        QCOMPARE(d.said().seats[1].student, StudentId{103});
        QVERIFY(d.says(u"1 student was taken off the list."_s));
    }

    void bringsBackWhoWasRemoved()
    {
        ListDesk d;
        d.table()->selectRow(1);
        QVERIFY(!d.named<QWidget>(u"Undo"_s));
        QVERIFY(d.click(u"Remove"_s));
        QVERIFY(d.click(u"Undo"_s));
        QCOMPARE(d.said(), d.roster);
        QCOMPARE(d.name(1), u"Ben"_s);
        QVERIFY(!d.named<QWidget>(u"Undo"_s));
    }

    void keepsAtLeastOne()
    {
        ListDesk d;
        d.table()->selectAll();
        QVERIFY(d.click(u"Remove"_s));
        QCOMPARE(d.edits.size(), 0);
        QCOMPARE(d.table()->rowCount(), 3);
    }

    void renamesAStudentInItsCell()
    {
        ListDesk d;
        d.table()->setFocus();
        d.table()->setCurrentCell(1, 1);
        d.key(Qt::Key_F2);
        auto* editor = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(editor);
        editor->setText(u"  Benno   B "_s);
        QTest::keyClick(editor, Qt::Key_Return);
        d.settle();
        QCOMPARE(d.edits.size(), 1);
        QCOMPARE(d.names(), (Names{"Amara", "Benno B", "Chloe"}));
        QCOMPARE(d.name(1), u"Benno B"_s);
        QCOMPARE(d.said().seats[1].student, StudentId{102});
    }

    void saysWhenTwoShareAName()
    {
        ListDesk d;
        d.table()->item(1, 1)->setText(u"amara"_s);
        QVERIFY(
            d.says(u"More than one student is called Amara. Their pictures tell them apart."_s));
        d.table()->item(1, 1)->setText(u"Ben"_s);
        QVERIFY(
            !d.says(u"More than one student is called Amara. Their pictures tell them apart."_s));
    }

    void cutsALongNameWithoutBreakingALetter()
    {
        ListDesk d;
        d.table()->item(0, 1)->setText(QString(19, u'a') + u"🎵"_s);
        QCOMPARE(d.name(0), QString(19, u'a'));
    }

    void saysNothingWhenANameStaysTheSame()
    {
        ListDesk d;
        d.table()->item(0, 1)->setText(u" Amara "_s);
        QCOMPARE(d.edits.size(), 0);
        QCOMPARE(d.name(0), u"Amara"_s);
    }

    void pastesNamesFromTheSelectedRowDown()
    {
        ListDesk d;
        d.table()->setCurrentCell(1, 1);
        QGuiApplication::clipboard()->setText(u"Nora\r\n\r\nOmar\nToo many"_s);
        QVERIFY(d.click(u"Paste names"_s));
        QCOMPARE(d.edits.size(), 1);
        QCOMPARE(d.names(), (Names{"Amara", "Nora", "Omar"}));
        QCOMPARE(d.name(2), u"Omar"_s);
    }

    void pastesNothingFromAnEmptyClipboard()
    {
        ListDesk d;
        QGuiApplication::clipboard()->setText(u" \n "_s);
        QVERIFY(d.click(u"Paste names"_s));
        QCOMPARE(d.edits.size(), 0);
    }

    void putsNamesOnTabletsAndTakesThemOff()
    {
        ListDesk d;
        QVERIFY(d.click(u"First names on tablets"_s));
        QVERIFY(d.said().namesOnTablets);
        QVERIFY(d.click(u"First names on tablets"_s));
        QVERIFY(!d.said().namesOnTablets);
        ClassRoster shown = d.roster;
        shown.namesOnTablets = true;
        d.window.setRoster(shown);
        QVERIFY(d.named<QCheckBox>(u"First names on tablets"_s)->isChecked());
        QCOMPARE(d.edits.size(), 2);
    }

    void leavesTheEditorAloneWhenOnlyNumbersComeBack()
    {
        ListDesk d;
        d.table()->setFocus();
        d.table()->setCurrentCell(1, 1);
        d.key(Qt::Key_F2);
        QVERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()));
        ClassRoster answered = d.roster;
        answered.seats[2].student = StudentId{500};
        d.window.setRoster(answered);
        QVERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()));
        d.key(Qt::Key_Escape);
        QVERIFY(d.click(u"Add"_s));
        QCOMPARE(d.said().seats[2].student, StudentId{500});
    }

    void changesNothingWhileTheRoomIsOpen()
    {
        ListDesk d;
        d.table()->selectRow(0);
        d.openRoom();
        for (const QString& name :
             {u"Add"_s, u"Remove"_s, u"Rename"_s, u"Paste names"_s, u"First names on tablets"_s}) {
            QVERIFY2(!d.named<QWidget>(name)->isEnabled(), qPrintable(name));
        }
        QVERIFY(!d.table()->isEnabled());
        QVERIFY(d.named<QWidget>(u"New class"_s)->isEnabled());
        d.record(LessonEnded{});
        QVERIFY(d.named<QWidget>(u"Add"_s)->isEnabled());
    }

    void choosesAClassByClickAndByKey()
    {
        ListDesk d;
        QSignalSpy chosen(&d.window, &MainWindow::classChosen);
        auto* list = d.shown<QListWidget>();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualItemRect(list->item(1)).center());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).value<ClassId>(), ClassId{2});
        list->setCurrentRow(1);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(chosen.size(), 2);
    }

    void createsAClassWithSeats()
    {
        ListDesk d;
        QSignalSpy created(&d.window, &MainWindow::classCreated);
        QVERIFY(d.click(u"New class"_s));
        auto* name = d.dialog()->findChild<QLineEdit*>(QString(), Qt::FindDirectChildrenOnly);
        auto* seats = d.dialog()->findChild<QSpinBox*>();
        QCOMPARE(seats->value(), 24);
        QCOMPARE(seats->maximum(), 40);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(created.size(), 0);
        name->setText(u" Choir "_s);
        seats->setValue(12);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(created.size(), 1);
        QCOMPARE(created.at(0), (QVariantList{u"Choir"_s, 12}));
    }

    void takesNoClassNameThatIsTooLongToKeep()
    {
        ListDesk d;
        QSignalSpy created(&d.window, &MainWindow::classCreated);
        QVERIFY(d.click(u"New class"_s));
        auto* name = d.dialog()->findChild<QLineEdit*>(QString(), Qt::FindDirectChildrenOnly);
        name->setText(QString(22, u'音'));
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(created.size(), 0);
        name->setText(QString(21, u'音'));
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(created.size(), 1);
    }

    void renamesTheClassOrLeavesIt()
    {
        ListDesk d;
        QSignalSpy renamed(&d.window, &MainWindow::classRenamed);
        QVERIFY(d.click(u"Rename"_s));
        auto* name = d.dialog()->findChild<QLineEdit*>(QString(), Qt::FindDirectChildrenOnly);
        QCOMPARE(name->text(), u"Grade 3"_s);
        QTest::keyClick(d.dialog(), Qt::Key_Escape);
        QCOMPARE(renamed.size(), 0);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(d.click(u"Rename"_s));
        d.dialog()
            ->findChild<QLineEdit*>(QString(), Qt::FindDirectChildrenOnly)
            ->setText(u"Grade 3b"_s);
        QTest::keyClick(d.dialog(), Qt::Key_Return);
        QCOMPARE(renamed.size(), 1);
        QCOMPARE(renamed.at(0).at(0).value<ClassId>(), ClassId{1});
        QCOMPARE(renamed.at(0).at(1).toString(), u"Grade 3b"_s);
    }
};

QTEST_MAIN(tst_ClassList)
#include "tst_ClassList.moc"
