#include "ui/widgets/MainWindow.h"

#include "ui/models/Message.h"
#include "ui/widgets/Announcer.h"
#include "ui/widgets/Art.h"
#include "ui/widgets/ClassListView.h"
#include "ui/widgets/ClickControl.h"
#include "ui/widgets/EndLessonOverlay.h"
#include "ui/widgets/Header.h"
#include "ui/widgets/KeyBindings.h"
#include "ui/widgets/LobbyView.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/QrOverlay.h"
#include "ui/widgets/QuietButton.h"
#include "ui/widgets/ShortcutsOverlay.h"
#include "ui/widgets/SoundOverlay.h"
#include "ui/widgets/StagePanel.h"
#include "ui/widgets/StudentsPanel.h"
#include "ui/widgets/TeachKeys.h"
#include "ui/widgets/TeachView.h"
#include "ui/widgets/TransportBar.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tutti::ui {
namespace {

/// Just under 30 a second: tiles that repaint more often cost more than an eye can see.
constexpr std::chrono::milliseconds kFrame{34};
/// Twice a second, so that no running time skips one.
constexpr std::chrono::milliseconds kClockTick{500};

} // namespace

MainWindow::MainWindow(const Parts& parts)
    : m_look(parts.settings)
    , m_context{parts.mirror, parts.sink, parts.clock, m_look, &m_edits}
    , m_seats(parts.mirror, parts.clock)
    , m_edits(parts.mirror, parts.sink, this)
    , m_keys(new KeyBindings(this, parts.settings))
{
    setWindowTitle(tr("Tutti"));
    setMinimumSize(1024, 640);
    resize(1440, 900);
    setFont(textFont(13));
    build();
    wire();
    wireFrames();
    bindKeys();
    applyLook();
    followPhase();
}

void MainWindow::build()
{
    auto* centre = new QWidget(this);
    setPart(centre, "window");
    m_header = new Header(m_context, centre);
    m_views = new QStackedWidget(centre);
    m_lobby = new LobbyView(m_context, m_seats, m_views);
    m_teach = new TeachView(m_context, m_seats, m_edits, m_views);
    m_views->addWidget(m_lobby);
    m_views->addWidget(m_teach);
    m_classList = new ClassListView(m_context, m_views);
    m_views->addWidget(m_classList);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_views, 1);
    m_messages = new MessageBar(m_context, centre);
    new Announcer(m_context, centre);
    setCentralWidget(centre);
    m_qr = new QrOverlay(this);
    m_sound = new SoundOverlay(m_context, this);
    m_end = new EndLessonOverlay(this);
}

void MainWindow::wire()
{
    connect(m_header, &Header::tabChanged, this, &MainWindow::showView);
    connect(m_header, &Header::qrRequested, this, &MainWindow::toggleQr);
    connect(m_header, &Header::endRequested, this, &MainWindow::askToEnd);
    connect(m_end, &EndLessonOverlay::confirmed, this, [this] {
        m_nextClass = m_wantedClass;
        m_context.submit(EndLesson{});
    });
    connect(m_lobby, &LobbyView::openRoomRequested, this, &MainWindow::openRoomRequested);
    connect(m_lobby, &LobbyView::adapterChosen, this, &MainWindow::adapterChosen);
    connect(m_lobby, &LobbyView::teachRequested, this, [this] { goTo(Header::TeachTab); });
    connect(m_lobby, &LobbyView::newCodeRequested, this, &MainWindow::newCodeRequested);
    connect(m_lobby, &LobbyView::qrRequested, this, &MainWindow::toggleQr);
    connect(m_header, &Header::soundRequested, m_sound, &SoundOverlay::openOver);
    wireSound();
    wireClasses();
    wireMessages();
    connect(&m_look, &Look::changed, this, &MainWindow::applyLook);
    connect(&m_context.mirror, &RoomMirror::changed, this, &MainWindow::followPhase);
}

void MainWindow::wireMessages()
{
    connect(&m_edits, &Edits::done, m_messages, &MessageBar::offerUndo);
    connect(&m_edits, &Edits::stepped, m_messages, &MessageBar::withdrawUndo);
    connect(m_messages, &MessageBar::undoRequested, &m_edits, &Edits::undo);
    connect(m_messages, &MessageBar::actionPressed, this, &MainWindow::noticeAction);
    connect(m_teach, &TeachView::rearranged, this, &MainWindow::placeMessages);
    placeMessages();
}

void MainWindow::placeMessages()
{
    if (m_views->currentWidget() == m_teach) {
        m_messages->setAnchor(m_teach->messageAnchor(), m_teach->messagesAbove());
    } else if (m_views->currentWidget() == m_lobby) {
        m_messages->setAnchor(m_lobby->messageAnchor(), 0);
    } else {
        m_messages->setAnchor(m_classList->messageAnchor(), 0);
    }
}

void MainWindow::wireSound()
{
    const ClickControl& click = m_teach->transport().click();
    connect(&click, &ClickControl::volumeChanged, this, &MainWindow::clickVolumeChanged);
    connect(&click, &ClickControl::enabledChanged, this, &MainWindow::clickEnabledChanged);
    connect(&click, &ClickControl::outputChosen, this, &MainWindow::outputChosen);
    connect(m_lobby, &LobbyView::soundTestRequested, this, &MainWindow::soundTestRequested);
    connect(m_sound, &SoundOverlay::outputChosen, this, &MainWindow::outputChosen);
    connect(m_sound, &SoundOverlay::keyboardChosen, this, &MainWindow::keyboardChosen);
    connect(m_sound, &SoundOverlay::testRequested, this, &MainWindow::soundTestRequested);
    connect(m_sound, &SoundOverlay::playsClassChanged, this, &MainWindow::playsClassChanged);
    connect(m_sound, &SoundOverlay::roleLevelChanged, this, &MainWindow::roleLevelChanged);
}

void MainWindow::wireClasses()
{
    connect(m_header, &Header::classChosen, this, &MainWindow::chooseClass);
    connect(m_lobby, &LobbyView::classChosen, this, &MainWindow::chooseClass);
    connect(m_lobby, &LobbyView::classListRequested, this, [this] { goTo(Header::ClassTab); });
    connect(m_classList, &ClassListView::classChosen, this, &MainWindow::chooseClass);
    connect(m_classList, &ClassListView::classCreated, this, &MainWindow::classCreated);
    connect(m_classList, &ClassListView::classRenamed, this, &MainWindow::classRenamed);
    connect(m_classList, &ClassListView::rosterEdited, this, &MainWindow::rosterEdited);
}

void MainWindow::chooseClass(ClassId id)
{
    if (id == m_context.state().classId) {
        return;
    }
    if (m_context.state().isOpen()) {
        askToEnd();
        m_wantedClass = id;
    } else {
        emit classChosen(id);
    }
}

void MainWindow::setClasses(const std::vector<tutti::ClassEntry>& classes, tutti::ClassId current)
{
    m_header->setClasses(classes);
    m_lobby->setClasses(classes, current);
    m_classList->setClasses(classes, current);
}

void MainWindow::setRoster(const tutti::ClassRoster& roster)
{
    m_classList->setRoster(roster);
}

void MainWindow::wireFrames()
{
    m_frames.setSingleShot(true);
    m_frames.setInterval(kFrame);
    // A coarse timer may come early.
    m_frames.setTimerType(Qt::PreciseTimer);
    m_clockTicks.setInterval(kClockTick);
    const auto wake = [this] {
        if (!m_frames.isActive()) {
            m_frames.start();
        }
    };
    connect(&m_context.mirror, &RoomMirror::dirtied, this, wake);
    connect(&m_frames, &QTimer::timeout, this, [this, wake] {
        if (m_context.mirror.isDirty()) {
            m_context.mirror.flush();
        } else {
            m_seats.refresh();
        }
        if (m_seats.isMoving()) {
            wake();
        }
    });
    connect(&m_clockTicks, &QTimer::timeout, this, [this] {
        m_header->refresh();
        m_teach->refreshTime();
        m_lobby->refreshTime();
    });
    // A mirror that changed before the window was built has already said so.
    wake();
}

void MainWindow::bindKeys()
{
    KeyBindings& keys = *m_keys;
    const auto teaching = [this] { return isTeaching(); };
    bindTeachKeys(keys, *m_teach, teaching);
    bindUndoKeys(keys, m_edits, teaching);
    keys.bindUrgent(tr("Everyone quiet, and let them play"),
                    {Qt::Key_F8, Qt::Key_B, Qt::Key_Period},
                    [this] { m_teach->transport().quiet().pressKey(); });
    keys.bind(tr("Next: open, start lesson, next round"), {Qt::Key_N, Qt::Key_PageDown},
              [this] { next(); });
    keys.bind(tr("Big QR and code"), {Qt::Key_F9}, [this] { toggleQr(); });
    keys.bind(tr("Lobby"), {Qt::CTRL | Qt::Key_1}, [this] { goTo(Header::LobbyTab); });
    keys.bind(tr("Teach"), {Qt::CTRL | Qt::Key_2}, [this] { goTo(Header::TeachTab); });
    keys.bind(tr("Class list"), {Qt::CTRL | Qt::Key_4}, [this] { goTo(Header::ClassTab); });
    keys.bind({Qt::Key_Return, Qt::Key_Enter}, [this] { pressEnter(); });
    const auto list = [this] {
        if (!isCovered()) {
            m_shortcuts->ask();
        }
    };
    keys.bind(tr("All keys"), {Qt::Key_Question, Qt::Key_F1}, list);
    // On many keyboards the sign is typed with Shift.
    keys.bind({Qt::SHIFT | Qt::Key_Question}, list);
    m_shortcuts = new ShortcutsOverlay(keys, this);
}

bool MainWindow::isTeaching() const
{
    return m_phase == RoomPhase::Lesson && m_header->currentTab() == Header::TeachTab &&
           !isCovered();
}

bool MainWindow::isCovered() const
{
    const auto cards = findChildren<Overlay*>();
    return std::any_of(cards.begin(), cards.end(),
                       [](const Overlay* card) { return card->isVisible(); });
}

void MainWindow::showView(int tab)
{
    // Qt would pass the keyboard of the view that goes to the first choice of the view that comes.
    const bool takeAlong = m_views->isAncestorOf(focusWidget());
    m_views->setCurrentIndex(tab);
    placeMessages();
    if (takeAlong) {
        restKeyboard();
    }
}

void MainWindow::restKeyboard()
{
    if (m_views->currentWidget() == m_lobby) {
        m_lobby->restKeyboard();
    } else if (m_views->currentWidget() == m_classList) {
        m_classList->restKeyboard();
    } else {
        m_teach->students().setFocus(Qt::OtherFocusReason);
    }
}

void MainWindow::goTo(int tab)
{
    if (isCovered()) {
        return;
    }
    m_header->showTab(static_cast<Header::Tab>(tab));
    restKeyboard();
}

void MainWindow::applyLook()
{
    setStyleSheet(m_look.styleSheet());
}

void MainWindow::followPhase()
{
    const RoomPhase phase = m_context.state().phase;
    if (phase == m_phase) {
        return;
    }
    m_phase = phase;
    if (phase == RoomPhase::Closed) {
        m_qr->closeOverlay();
        m_end->closeOverlay();
        m_lobby->showHelper(false);
        if (const ClassId next = std::exchange(m_nextClass, {}); next.isValid()) {
            emit classChosen(next);
        }
    }
    if (phase == RoomPhase::Closed) {
        m_clockTicks.stop();
    } else {
        m_clockTicks.start();
    }
    if (phase == RoomPhase::Lesson) {
        m_header->showTab(Header::TeachTab);
        restKeyboard();
    }
}

void MainWindow::toggleQr()
{
    if (m_qr->isVisible()) {
        m_qr->closeOverlay();
    } else if (m_context.state().isOpen()) {
        m_end->closeOverlay();
        m_qr->showWay(m_status, QString::fromStdString(m_context.state().doorCode.letters));
        m_qr->openOver();
    }
}

void MainWindow::askToEnd()
{
    m_wantedClass = {};
    if (m_context.state().isOpen()) {
        m_end->ask(m_phase == RoomPhase::Lesson);
    }
}

void MainWindow::next()
{
    if (m_header->currentTab() == Header::LobbyTab && !isCovered()) {
        m_lobby->next();
    } else if (isTeaching()) {
        m_teach->stage().nextRound();
    }
}

void MainWindow::pressEnter()
{
    if (auto* button = qobject_cast<QAbstractButton*>(focusWidget())) {
        button->click();
    } else if (m_phase == RoomPhase::Closed) {
        next();
    }
}

void MainWindow::setNetworkStatus(const tutti::NetworkStatus& status)
{
    m_status = status;
    m_header->setNetworkStatus(status);
    m_lobby->setNetworkStatus(status);
    if (m_qr->isVisible()) {
        m_qr->showWay(status, QString::fromStdString(m_context.state().doorCode.letters));
    }
}

void MainWindow::setSoundStatus(const tutti::SoundStatus& status)
{
    m_teach->transport().click().setSoundStatus(status);
    m_lobby->setSoundStatus(status);
    m_sound->setSoundStatus(status);
    const bool port = status.output != "click" && status.output != "synth";
    if (status.speakers || port) {
        withdrawMessage(ErrorCode::NoAudioDevice);
    } else {
        showNotice(messageKey(ErrorCode::NoAudioDevice),
                   messageFor(Error{ErrorCode::NoAudioDevice}));
    }
}

void MainWindow::showMessage(const tutti::Error& error)
{
    showNotice(messageKey(error.code), messageFor(error));
    m_lobby->openingFailed();
}

void MainWindow::withdrawMessage(tutti::ErrorCode code)
{
    withdrawNotice(messageKey(code));
}

void MainWindow::showNotice(const QString& key, const tutti::ui::Message& message)
{
    m_messages->post(key, message);
}

void MainWindow::withdrawNotice(const QString& key)
{
    m_messages->withdraw(key);
}

} // namespace tutti::ui
