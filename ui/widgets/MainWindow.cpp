#include "ui/widgets/MainWindow.h"

#include "ui/models/Message.h"
#include "ui/widgets/Art.h"
#include "ui/widgets/ClickControl.h"
#include "ui/widgets/EndLessonOverlay.h"
#include "ui/widgets/Header.h"
#include "ui/widgets/KeyBindings.h"
#include "ui/widgets/LobbyView.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/QrOverlay.h"
#include "ui/widgets/QuietButton.h"
#include "ui/widgets/StudentsPanel.h"
#include "ui/widgets/TeachView.h"
#include "ui/widgets/TempoBox.h"
#include "ui/widgets/TransportBar.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace tutti::ui {
namespace {

/// Just under 30 a second: tiles that repaint more often cost more than an eye can see.
constexpr std::chrono::milliseconds kFrame{34};
/// Twice a second, so that no running time skips one.
constexpr std::chrono::milliseconds kClockTick{500};
constexpr int kBigStep = 5;

} // namespace

MainWindow::MainWindow(const Parts& parts)
    : m_look(parts.settings)
    , m_context{parts.mirror, parts.sink, parts.clock, m_look}
    , m_seats(parts.mirror, parts.clock)
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
    m_teach = new TeachView(m_context, m_seats, m_views);
    m_messages = new MessageBar(m_context, centre);
    m_views->addWidget(m_lobby);
    m_views->addWidget(m_teach);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_views, 1);
    column->addWidget(m_messages);
    setCentralWidget(centre);
    m_qr = new QrOverlay(this);
    m_end = new EndLessonOverlay(this);
}

void MainWindow::wire()
{
    connect(m_header, &Header::tabChanged, this, &MainWindow::showView);
    connect(m_header, &Header::qrRequested, this, &MainWindow::toggleQr);
    connect(m_header, &Header::endRequested, this, &MainWindow::askToEnd);
    connect(m_end, &EndLessonOverlay::confirmed, this, [this] { m_context.submit(EndLesson{}); });
    connect(m_lobby, &LobbyView::openRoomRequested, this, &MainWindow::openRoomRequested);
    connect(m_lobby, &LobbyView::adapterChosen, this, &MainWindow::adapterChosen);
    connect(m_lobby, &LobbyView::teachRequested, this, [this] { goTo(Header::TeachTab); });
    const ClickControl& click = m_teach->transport().click();
    connect(&click, &ClickControl::volumeChanged, this, &MainWindow::clickVolumeChanged);
    connect(&click, &ClickControl::enabledChanged, this, &MainWindow::clickEnabledChanged);
    connect(&m_look, &Look::changed, this, &MainWindow::applyLook);
    connect(&m_context.mirror, &RoomMirror::changed, this, &MainWindow::followPhase);
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
        m_teach->transport().refreshTime();
    });
    // A mirror that changed before the window was built has already said so.
    wake();
}

void MainWindow::bindKeys()
{
    auto& keys = *new KeyBindings(this);
    keys.bind({Qt::CTRL | Qt::Key_1}, [this] { goTo(Header::LobbyTab); });
    keys.bind({Qt::CTRL | Qt::Key_2}, [this] { goTo(Header::TeachTab); });
    keys.bind({Qt::Key_F9}, [this] { toggleQr(); });
    keys.bind({Qt::Key_N, Qt::Key_PageDown}, [this] { next(); });
    keys.bind({Qt::Key_Return, Qt::Key_Enter}, [this] { pressEnter(); });
    keys.bindUrgent({Qt::Key_F8, Qt::Key_B, Qt::Key_Period},
                    [this] { m_teach->transport().quiet().pressKey(); });
    bindTeachKeys(keys);
}

void MainWindow::bindTeachKeys(KeyBindings& keys)
{
    const auto teaching = [this](auto action) {
        return [this, action] {
            if (isTeaching()) {
                action(m_teach->transport(), m_teach->students());
            }
        };
    };
    using Bar = TransportBar;
    using Students = StudentsPanel;
    const auto step = [&](int bpm) {
        return teaching([bpm](Bar& bar, Students&) { bar.tempo().step(bpm); });
    };
    keys.bind({Qt::Key_Space}, teaching([](Bar& bar, Students&) { bar.toggle(); }));
    keys.bind({Qt::Key_T}, teaching([](Bar& bar, Students&) { bar.tempo().tap(); }));
    keys.bind({Qt::Key_BracketLeft}, step(-1), true);
    keys.bind({Qt::Key_BracketRight}, step(1), true);
    keys.bind({Qt::SHIFT | Qt::Key_BracketLeft, Qt::Key_BraceLeft, Qt::SHIFT | Qt::Key_BraceLeft},
              step(-kBigStep), true);
    keys.bind(
        {Qt::SHIFT | Qt::Key_BracketRight, Qt::Key_BraceRight, Qt::SHIFT | Qt::Key_BraceRight},
        step(kBigStep), true);
    keys.bind({Qt::Key_M}, teaching([](Bar&, Students& s) { s.toggleMuteSelected(); }));
    keys.bind({Qt::SHIFT | Qt::Key_M}, teaching([](Bar&, Students& s) { s.toggleMuteAll(); }));
    keys.bind({Qt::Key_R}, teaching([](Bar&, Students& s) { s.openRoleMenu(); }));
}

bool MainWindow::isTeaching() const
{
    return m_phase == RoomPhase::Lesson && m_header->currentTab() == Header::TeachTab &&
           !isCovered();
}

bool MainWindow::isCovered() const
{
    return m_qr->isVisible() || m_end->isVisible();
}

void MainWindow::showView(int tab)
{
    // Qt would pass the keyboard of the view that goes to the first choice of the view that comes.
    const bool takeAlong = m_views->isAncestorOf(focusWidget());
    m_views->setCurrentIndex(tab);
    if (takeAlong) {
        restKeyboard();
    }
}

void MainWindow::restKeyboard()
{
    if (m_views->currentWidget() == m_lobby) {
        m_lobby->restKeyboard();
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
    }
    if (phase == RoomPhase::Lesson) {
        m_clockTicks.start();
        m_header->showTab(Header::TeachTab);
        restKeyboard();
    } else {
        m_clockTicks.stop();
    }
}

void MainWindow::toggleQr()
{
    if (m_qr->isVisible()) {
        m_qr->closeOverlay();
    } else if (m_context.state().isOpen()) {
        m_end->closeOverlay();
        m_qr->showWay(m_status, QString::fromStdString(m_context.state().code.letters));
        m_qr->openOver();
    }
}

void MainWindow::askToEnd()
{
    if (m_context.state().isOpen()) {
        m_end->ask(m_phase == RoomPhase::Lesson);
    }
}

void MainWindow::next()
{
    if (m_header->currentTab() == Header::LobbyTab && !isCovered()) {
        m_lobby->next();
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
        m_qr->showWay(status, QString::fromStdString(m_context.state().code.letters));
    }
}

void MainWindow::setClickStatus(bool available, const QString& text)
{
    m_teach->transport().click().setStatus(available, text);
    const Message missing = messageFor(Error{ErrorCode::NoAudioDevice});
    if (available) {
        m_messages->withdraw(missing);
    } else {
        m_messages->post(missing);
    }
}

void MainWindow::showMessage(const tutti::Error& error)
{
    m_messages->post(messageFor(error));
    m_lobby->openingFailed();
}

void MainWindow::withdrawMessage(tutti::ErrorCode code)
{
    m_messages->withdraw(messageFor(Error{code}));
}

} // namespace tutti::ui
